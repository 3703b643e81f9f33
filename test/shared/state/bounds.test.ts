import type { WanggeEvent } from '../../../shared/state/event.ts'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../shared/state/fold.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { DEVICES_KEPT } from '../../../shared/families/gridStatus/applyStatus.ts'
import { ON_DUTY_MOST } from '../../../shared/families/gridStatus/foldGridStatus.ts'
import { WORKERS_KEPT } from '../../../shared/families/patrol/PatrolSlice.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { foldAll } from '../../support/foldAll.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const grid = tinyBasis.grids[0]!

describe('bounds of a grid', () => {
  it('[F12] remembers 200 workers on patrol; the one heard longest ago leaves, with the position', () => {
    const state = foldAll(Array.from({ length: WORKERS_KEPT + 1 }, (_, n) => event('patrol', 'position', `W${n}`, { lng: 105, lat: 38, grid }, n)))
    expect(state.patrol.workers.size).toBe(WORKERS_KEPT)
    expect([state.patrol.workers.has('W0'), state.patrol.byGrid[0]!.has('W0'), state.patrol.workers.get('W200')!.newest.fixAt]).toEqual([false, false, 200])
    expect(fromSnapshot(toSnapshot(state)).digest.of('152921')).toBe(state.digest.of('152921'))
  })

  it('[F12] has at most 500 on duty; one more is unlawful', () => {
    const duty = (n: number) => event('grid-status', 'duty.on', grid, { worker: `W${n}`, post: 'volunteer' }, n)
    const state = foldAll(Array.from({ length: ON_DUTY_MOST }, (_, n) => duty(n)))
    expect(fold(state, duty(ON_DUTY_MOST))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful' } })
    expect(fold(state, duty(0)).outcome).toBe('applied')
  })

  it('[F12] remembers 32 devices; the one heard longest ago leaves', () => {
    const state = foldAll(Array.from({ length: DEVICES_KEPT + 1 }, (_, n) => event('grid-status', 'device.health', grid, { device: `D${n}`, health: 'ok' }, n)))
    expect([...state.gridStatus[0]!.devices.keys()][0]).toBe('D1')
    expect(state.gridStatus[0]!.devices.size).toBe(DEVICES_KEPT)
  })

  it('[F11] the newest by the phone’s time holds of a worker, of visits and of an SOS', () => {
    const other = tinyBasis.grids[1]!
    const state = foldAll([
      event('patrol', 'entered-grid', 'W1', { grid }, 10),
      event('patrol', 'entered-grid', 'W1', { grid: other }, 5),
      event('patrol', 'checkpoint', 'W2', { grid, checkpoint: 'B1' }, 3),
      event('patrol', 'sos', 'W1', { grid }, 8),
      event('patrol', 'sos', 'W1', { grid }, 4),
    ])
    expect(state.patrol.workers.get('W1')!.newest).toMatchObject({ grid: 0, at: 10 })
    expect([...state.patrol.visitAt.slice(0, 2)]).toEqual([10, 5])
    expect(state.patrol.sosAt[0]).toBe(8)
  })

  it('[F2] going off duty where one is not on duty is unlawful', () => {
    expect(fold(foldAll([]), event('grid-status', 'duty.off', grid, { worker: 'W1' }, 1))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful' } })
  })
})

function event(stream: string, name: string, subject: string, data: object, at: number): WanggeEvent {
  return { stream, entry: `${at}-0`, type: `${stream}.${name}`, time: new Date(at).toISOString(), source: 't', id: String(at), subject, data } as WanggeEvent
}
