import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs } from '../../../../shared/words/time/backoffMs.ts'
import { LOOPS } from '../../../../client/base/loops.ts'

it('[K2] no round of any loop waits less than half its first wait, or more than its bound', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.values(LOOPS)), fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), (loop, round, chance) => {
    const ms = backoffMs(loop, round, chance)
    expect(ms).toBeGreaterThanOrEqual(loop.firstMs / 2)
    expect(ms).toBeLessThanOrEqual(loop.mostMs)
  }))
})

it('[K2] waits double until the bound', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(round => backoffMs(LOOPS.reach, round, 1))).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000])
})
