import type { WanggeEvent } from '../../../../shared/state/event.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactSnapshot } from '../../../../shared/audience/redactSnapshot.ts'
import { CALLS_KEPT } from '../../../../shared/families/patrol/PatrolSlice.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { fromSnapshot } from '../../../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { testAliasOf } from '../../../support/testAliasOf.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const [here, there] = [tinyBasis.grids[0]!, tinyBasis.grids[1]!]
const MINUTE = 60_000
const FIRST = 'sos:1000-1'

describe('calls for help', () => {
  it('[F40] one is raised, signed for and ended, with who and when; a position or another press changes nothing of its version', () => {
    const state = foldAll([sos('S1', here, 100, 1), event('position', 'S1', { grid: here, lng: 105, lat: 38 }, 110, 2), sos('S1', here, 120, 3)])
    expect(state.patrol.calls.get(FIRST)).toMatchObject({ worker: 'S1', grid: 0, at: 100, againAt: 120, entry: '1000-1', stage: 'calling', calledAt: 100 })
    fold(state, event('sos-called', FIRST, { grid: here, to: 'next-on-duty', seat: 'duty-2' }, 200, 4, 'engine'))
    fold(state, event('sos-signed', FIRST, { grid: here }, 300, 5, 'duty-2'))
    expect(state.patrol.calls.get(FIRST)).toMatchObject({ stage: 'signed', calledTo: 'next-on-duty', seat: 'duty-2', calledAt: 200, calls: 1, signedAt: 300, signedBy: 'duty-2', entry: '1000-5' })
    fold(state, event('sos-ended', FIRST, { grid: here, outcome: 'safe' }, 400, 6, 'lead-1'))
    expect(state.patrol.calls.get(FIRST)).toMatchObject({ stage: 'ended', endedAt: 400, endedBy: 'lead-1', outcome: 'safe' })
  })

  it('[F40] signing twice, calling on after it, and whatever follows an end is unlawful and changes nothing', () => {
    const state = foldAll([sos('S1', here, 100, 1), event('sos-signed', FIRST, { grid: here }, 300, 2, 'duty-1')])
    const before = toSnapshot(state)
    for (const [type, data] of [['sos-signed', {}], ['sos-called', { to: 'lead' }], ['sos-passed-on', { to: 'lead' }]] as const)
      expect(fold(state, event(type, FIRST, { grid: here, ...data }, 310, 3, 'duty-2'))).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful' } })
    expect(fold(state, event('sos-signed', 'sos:1-1', { grid: here }, 310, 3))).toMatchObject({ outcome: 'rejected' })
    expect(toSnapshot(state)).toEqual(before)
    fold(state, event('sos-ended', FIRST, { grid: here, outcome: 'drill' }, 320, 4))
    expect(fold(state, event('sos-ended', FIRST, { grid: here, outcome: 'safe' }, 330, 5))).toMatchObject({ outcome: 'rejected' })
  })

  it('[F40] a press after the end, or long after the last one that was signed for, is another call; in another grid it is one of its own', () => {
    const state = foldAll([sos('S1', here, 100, 1), event('sos-signed', FIRST, { grid: here }, 300, 2), sos('S1', here, 29 * MINUTE, 3), sos('S1', here, 58 * MINUTE, 4)])
    expect([...state.patrol.calls.keys()]).toEqual([FIRST])
    fold(state, sos('S1', here, 89 * MINUTE, 5))
    fold(state, sos('S1', there, 89 * MINUTE, 6))
    expect([...state.patrol.calls].map(([id, { stage }]) => [id, stage])).toEqual([['sos:1000-5', 'calling'], ['sos:1000-6', 'calling']])
    fold(state, event('sos-ended', 'sos:1000-5', { grid: here, outcome: 'safe' }, 90 * MINUTE, 7))
    fold(state, sos('S1', here, 91 * MINUTE, 8))
    expect(state.patrol.calls.get('sos:1000-8')).toMatchObject({ stage: 'calling' })
  })

  it('[F40] at most 50 are kept a grid: what has ended leaves first, then what was signed for', () => {
    const log = Array.from({ length: CALLS_KEPT }, (_, n) => sos(`W${n}`, here, n, n + 1))
    const state = foldAll([...log, event('sos-ended', 'sos:1000-9', { grid: here, outcome: 'safe' }, 90, 90), event('sos-signed', 'sos:1000-7', { grid: here }, 91, 91), sos('X', here, 100, 100), sos('Y', here, 101, 101), sos('Z', here, 102, 102)])
    expect(state.patrol.calls.size).toBe(CALLS_KEPT)
    expect(['sos:1000-9', 'sos:1000-7', FIRST, 'sos:1000-2'].map(id => state.patrol.calls.has(id))).toEqual([false, false, false, true])
  })

  it('[F41] a screen gets neither worker nor seat nor name, and all of the rest', () => {
    const state = foldAll([sos('S1', here, 100, 1), event('sos-called', FIRST, { grid: here, to: 'lead', seat: 'SECRET-seat' }, 200, 2), event('sos-signed', FIRST, { grid: here }, 300, 3, 'SECRET-2'), event('sos-ended', FIRST, { grid: here, outcome: 'helped' }, 400, 4, 'SECRET-3')])
    const [call] = redactSnapshot(toSnapshot(state), 'screen', testAliasOf).patrol.calls
    expect(call).toEqual({ id: FIRST, worker: testAliasOf('S1'), grid: here, at: 100, againAt: 100, entry: '1000-4', stage: 'ended', calledAt: 200, calls: 1, calledTo: 'lead', signedAt: 300, endedAt: 400, outcome: 'helped' })
  })

  it('[F40] whatever is told, a call goes forward alone, and a restart midway gives the same state and digest', () => {
    const told = fc.array(fc.record({
      type: fc.constantFrom('sos', 'sos', 'sos-signed', 'sos-called', 'sos-passed-on', 'sos-ended'),
      worker: fc.constantFrom('S1', 'S2'),
      call: fc.nat(8),
      grid: fc.constantFrom(here, there),
      at: fc.integer({ min: 1, max: 200 }),
    }), { maxLength: 40 })
    fc.assert(fc.property(told, fc.nat(), (list, cut) => {
      const log = list.map(({ type, worker, call, grid, at }, n) => type === 'sos'
        ? sos(worker, grid, at * MINUTE, n + 1)
        : event(type, `sos:1000-${call + 1}`, { grid, to: 'lead', outcome: 'safe' }, at * MINUTE, n + 1))
      const state = foldAll([])
      let other = state
      log.forEach((each, n) => {
        if (n === cut % (log.length + 1))
          other = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))))
        const stages = new Map([...state.patrol.calls].map(([id, { stage }]) => [id, stage]))
        const folded = fold(state, each)
        if (other !== state)
          fold(other, each)
        for (const [id, { stage }] of state.patrol.calls)
          expect([stage, 'calling', ...(stage === 'ended' ? ['signed'] : [])]).toContain(stages.get(id) ?? 'calling')
        expect(folded.outcome).not.toBe('not-understood')
      })
      expect(toSnapshot(other)).toEqual(toSnapshot(state))
      expect(other.digest.of('152921')).toBe(state.digest.of('152921'))
      expect([...state.patrol.calls.values()].every(call => state.patrol.callsByGrid[call.grid]!.get(call.worker) === call)).toBe(true)
    }))
  })
})

function sos(worker: string, grid: string, at: number, serial: number): WanggeEvent {
  return event('sos', worker, { grid }, at, serial)
}

function event(type: string, subject: string, data: object, at: number, serial: number, actor?: string): WanggeEvent {
  return { stream: 'patrol', entry: `1000-${serial}`, type: `patrol.${type}`, time: new Date(at).toISOString(), source: 't', id: String(serial), subject, data, ...(actor !== undefined && { actor }) } as WanggeEvent
}
