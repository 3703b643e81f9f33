import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { fold } from '../../../shared/state/fold.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { arbitraryLog, interleave } from '../../support/arbitraryEvents.ts'
import { foldAll } from '../../support/foldAll.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

describe('fold', () => {
  it('[F1][F5] gives the same state however the streams are interleaved', () => {
    fc.assert(fc.property(arbitraryLog, fc.array(fc.nat(2)), (log, picks) => {
      const whole = foldAll(log)
      const mixed = foldAll(interleave(log, picks))
      expect(mixed.digest.of('152921')).toBe(whole.digest.of('152921'))
      expect(toSnapshot(mixed)).toEqual(toSnapshot(whole))
    }))
  })

  it('[F5] gives the same state from a checkpoint and the rest, through JSON, wherever it is cut', () => {
    fc.assert(fc.property(arbitraryLog, fc.nat(), (log, cut) => {
      const at = cut % (log.length + 1)
      const whole = foldAll(log)
      const checkpoint = JSON.parse(JSON.stringify(toSnapshot(foldAll(log.slice(0, at)))))
      const resumed = foldAll(log.slice(at), fromSnapshot(checkpoint))
      expect(resumed.digest.of('152921')).toBe(whole.digest.of('152921'))
      expect(toSnapshot(resumed)).toEqual(toSnapshot(whole))
    }))
  })

  it('[F5] keeps the digest that its own snapshot gives, in every region', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const state = foldAll(log)
      const again = fromSnapshot(toSnapshot(state))
      for (const region of state.index.regions)
        expect(again.digest.of(region)).toBe(state.digest.of(region))
    }))
  })

  it('[F2] changes nothing when it rejects, and never throws', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const state = emptyState(tinyBasis)
      for (const event of log) {
        const before = state.digest.of('152921')
        const result = fold(state, event)
        if (result.outcome === 'rejected')
          expect([before, result.refusal.message.length > 10]).toEqual([state.digest.of('152921'), true])
      }
    }))
  })

  it('[F3] names every grid whose digest it changed', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const state = emptyState(tinyBasis)
      for (const event of log) {
        const before = tinyBasis.grids.map(code => state.digest.of(code))
        const result = fold(state, event)
        const moved = tinyBasis.grids.flatMap((code, grid) => state.digest.of(code) === before[grid] ? [] : [grid])
        const named = result.outcome === 'applied' ? result.touched.grids : []
        expect(named).toEqual(expect.arrayContaining(moved))
      }
    }))
  })

  it('[F2] answers not understood for a stream that it does not know', () => {
    const event = { ...foldAllOne, stream: 'service', type: 'service.order.placed' }
    expect(fold(emptyState(tinyBasis), event as never)).toEqual({ outcome: 'not-understood' })
  })
})

const foldAllOne = { entry: '1-0', time: '2026-11-24T00:00:00Z', source: 'test', id: '1', subject: 'WG-1', data: {} }
