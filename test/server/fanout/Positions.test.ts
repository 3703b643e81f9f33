import type { WanggeEvent } from '../../../shared/state/event.ts'
import type { State } from '../../../shared/state/State.ts'
import { describe, expect, it } from 'vitest'
import { Positions } from '../../../server/fanout/Positions.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { foldAll } from '../../support/foldAll.ts'
import { testAliasOf } from '../../support/testAliasOf.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

// A Tuesday; 10:00 and 22:00 in the district.
const MORNING = Date.UTC(2026, 10, 24, 2, 0, 0)
const NIGHT = Date.UTC(2026, 10, 24, 14, 0, 0)
const MINUTE = 60_000
const [grid, , , , elsewhere] = tinyBasis.grids as [string, string, string, string, string]
const day = [{ days: [2], from: '08:00', to: '20:00' }]
const staff = [{ id: 'S1', shifts: day }, { id: 'S2', shifts: [] }] as never
const state = foldAll(['S1', 'S2', 'S3'].map(worker => event('position', worker, MORNING)))
const everywhere = () => true

describe('Positions', () => {
  it('[A5][P11] a screen sees an alias, rounded, on shift only', () => {
    const positions = of('on-shift')
    expect(positions.seen(state, 'screen', everywhere, MORNING)).toEqual([{ worker: testAliasOf('S1'), grid, lng: 105.123, lat: 38.988, at: MORNING }])
    expect(positions.seen(state, 'screen', everywhere, NIGHT)).toEqual([])
  })

  it('[P11] the desk sees the worker and the place', () => {
    expect(of('on-shift').seen(state, 'desk', everywhere, MORNING)).toEqual([{ worker: 'S1', grid, lng: 105.12345, lat: 38.98765, at: MORNING }])
  })

  it('[P11][F20] the newest position by the phone’s time is shown, and none once the patrol has ended', () => {
    const late = [event('position', 'S1', MORNING), event('position', 'S1', MORNING - 90 * MINUTE, elsewhere)]
    expect(of('on-shift').seen(foldAll(late), 'desk', everywhere, MORNING)).toMatchObject([{ grid, at: MORNING }])
    expect(of('on-shift').seen(foldAll([...late, event('ended', 'S1', MORNING + 1, elsewhere)]), 'desk', everywhere, MORNING)).toEqual([])
    expect(of('on-shift').seen(foldAll([...late, event('ended', 'S1', MORNING - 1, elsewhere)]), 'desk', everywhere, MORNING)).toHaveLength(1)
  })

  it('[A5][A23] whoever called for help is seen for an hour by the phone’s time, whatever the district tracks, and though the patrol ended', () => {
    for (const tracking of ['off', 'emergency', 'on-shift'] as const) {
      expect(of(tracking).seen(state, 'desk', everywhere, NIGHT)).toEqual([])
      const called = foldAll(['S1', 'S2', 'S3'].map(worker => event('position', worker, NIGHT - 5)).concat(event('sos', 'S2', NIGHT), event('ended', 'S2', NIGHT + 1)))
      for (const [minutes, seen] of [[1, 1], [29, 1], [31, 1], [59, 1], [60, 0], [61, 0]] as const)
        expect(of(tracking).seen(called, 'screen', everywhere, NIGHT + minutes * MINUTE)).toHaveLength(seen)
    }
  })

  it('[A23] a server that was started anew, or another one, shows the same: it follows from the state alone', () => {
    const called = foldAll([event('position', 'S2', MORNING), event('sos', 'S2', MORNING + 1), event('position', 'S2', MORNING + 31 * MINUTE, elsewhere)])
    const restarted = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(called))))
    const watching = of('off')
    watching.note(event('sos', 'S2', MORNING + 1))
    for (const minutes of [1, 29, 31, 59, 61]) {
      const seen = (positions: Positions, of: State) => positions.seen(of, 'screen', everywhere, MORNING + minutes * MINUTE)
      expect(seen(of('off'), restarted)).toEqual(seen(watching, called))
      expect(seen(of('off'), restarted)).toHaveLength(minutes < 60 ? 1 : 0)
    }
  })

  it('[P11] tells once who moved or called for help', () => {
    const positions = of('on-shift')
    for (const type of ['position', 'position', 'entered-grid'] as const)
      positions.note(event(type, 'S1', MORNING))
    positions.note(event('sos', 'S2', MORNING))
    expect([...positions.takeMoved()]).toEqual(['S1', 'S2'])
    expect([...positions.takeMoved()]).toEqual([])
  })

  it('keeps to the grids of a scope', () => {
    expect(of('on-shift').seen(state, 'desk', () => false, MORNING)).toEqual([])
  })
})

function of(tracking: 'off' | 'emergency' | 'on-shift'): Positions {
  return new Positions({ tracking, staff }, testAliasOf)
}

function event(type: 'position' | 'sos' | 'ended' | 'entered-grid', worker: string, at: number, where = grid): WanggeEvent {
  const fix = type === 'position' || type === 'sos' ? { lng: 105.12345, lat: 38.98765 } : {}
  return { stream: 'patrol', entry: `${at}-0`, type: `patrol.${type}`, time: new Date(at).toISOString(), source: 's', id: 'i', subject: worker, data: { ...fix, grid: where } } as WanggeEvent
}
