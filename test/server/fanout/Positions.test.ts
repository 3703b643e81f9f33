import type { WanggeEvent } from '../../../shared/events/event.ts'
import { describe, expect, it } from 'vitest'
import { Positions } from '../../../server/fanout/Positions.ts'
import { aliasOf } from '../../../shared/words/alias.ts'
import { foldAll } from '../../support/foldAll.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

// A Tuesday; 10:00 and 22:00 in the district.
const MORNING = Date.UTC(2026, 10, 24, 2, 0, 0)
const NIGHT = Date.UTC(2026, 10, 24, 14, 0, 0)
const [grid] = tinyBasis.grids as [string]
const day = [{ days: [2], from: '08:00', to: '20:00' }]
const staff = [{ id: 'S1', shifts: day }, { id: 'S2', shifts: [] }] as never
const position = (worker: string): WanggeEvent => ({ stream: 'patrol', entry: '1-0', type: 'patrol.position', time: new Date(MORNING).toISOString(), source: 's', id: 'i', subject: worker, data: { lng: 105.12345, lat: 38.98765, grid } })
const state = foldAll(['S1', 'S2', 'S3'].map(position))
const everywhere = () => true

describe('Positions', () => {
  it('[A5][P11] a screen sees an alias, rounded, on shift only', () => {
    const positions = new Positions({ tracking: 'on-shift', staff })
    expect(positions.seen(state, 'screen', everywhere, MORNING)).toEqual([{ worker: aliasOf('S1'), grid, lng: 105.123, lat: 38.988, at: MORNING }])
    expect(positions.seen(state, 'screen', everywhere, NIGHT)).toEqual([])
  })

  it('[P11] the desk sees the worker and the place', () => {
    expect(new Positions({ tracking: 'on-shift', staff }).seen(state, 'desk', everywhere, MORNING)).toEqual([{ worker: 'S1', grid, lng: 105.12345, lat: 38.98765, at: MORNING }])
  })

  it('[A5] where tracking is off or for emergencies, only who called for help is seen, for an hour', () => {
    for (const tracking of ['off', 'emergency'] as const) {
      const positions = new Positions({ tracking, staff })
      expect(positions.seen(state, 'desk', everywhere, MORNING)).toEqual([])
      positions.note({ ...position('S2'), type: 'patrol.sos', data: { grid } } as WanggeEvent)
      expect(positions.seen(state, 'desk', everywhere, MORNING + 60_000).map(({ worker }) => worker)).toEqual(['S2'])
      expect(positions.seen(state, 'desk', everywhere, MORNING + 3_600_001)).toEqual([])
    }
  })

  it('[P11] tells once who moved', () => {
    const positions = new Positions({ tracking: 'on-shift', staff })
    positions.note(position('S1'))
    positions.note(position('S1'))
    expect([...positions.takeMoved()]).toEqual(['S1'])
    expect([...positions.takeMoved()]).toEqual([])
  })

  it('keeps to the grids of a scope', () => {
    expect(new Positions({ tracking: 'on-shift', staff }).seen(state, 'desk', () => false, MORNING)).toEqual([])
  })
})
