import { expect, it } from 'vitest'
import { paced, positionsGapMs, restMs, waitMs } from '../../../server/fanout/pace.ts'

it('[P10] sends at once after quiet', () => {
  expect(waitMs({ cost: 5, sentAt: -Infinity }, 0)).toBe(0)
  expect(waitMs({ cost: 5, sentAt: 0 }, 45)).toBe(0)
})

it('[P10] waits nine times the cost, at least 25 and at most 100 ms', () => {
  expect(waitMs({ cost: 0.1, sentAt: 100 }, 104)).toBe(21)
  expect(waitMs({ cost: 0.1, sentAt: 100 }, 125)).toBe(0)
  expect(waitMs({ cost: 4, sentAt: 100 }, 104)).toBe(32)
  expect(waitMs({ cost: 50, sentAt: 100 }, 100)).toBe(100)
  expect(waitMs({ cost: 50, sentAt: 100 }, 150)).toBe(50)
})

it('[P10] lets those who come back wait nine times what the last ones cost, at most 100 ms', () => {
  expect([0, 2, 50].map(restMs)).toEqual([0, 18, 100])
})

it('[P10] smooths the cost', () => {
  let pace = { cost: 0, sentAt: 0 }
  for (let at = 0; at < 1000; at += 10)
    pace = paced(pace, at, at + 4)
  expect(pace.cost).toBeCloseTo(4, 3)
  expect(paced(pace, 2000, 2100).cost).toBeLessThan(5)
})

it('[P10] follows a cost that stays higher', () => {
  let pace = { cost: 0.1, sentAt: 0 }
  for (let at = 0; at < 5000; at += 100)
    pace = paced(pace, at, at + 8)
  expect(pace.cost).toBeCloseTo(8, 1)
})

it('[P11] positions rest for as long as many moved: five times a second at most, once a second at least', () => {
  expect([1, 25, 100, 10_000].map(positionsGapMs)).toEqual([200, 200, 800, 1000])
})
