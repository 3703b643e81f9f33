import { expect, it } from 'vitest'
import { detailAt } from '../../../server/simulator/detailAt.ts'

const HOUR = 3_600_000

it('tells what lies longer ago in short, and covers the past without a gap', () => {
  const now = 100 * HOUR
  const seen: string[] = []
  let parts = 0
  for (let from = now - 48 * HOUR; from < now; parts++) {
    const { detail, to } = detailAt(from, now)
    expect(to).toBeGreaterThan(from)
    if (seen.at(-1) !== detail)
      seen.push(detail)
    from = to
  }
  expect(seen).toEqual(['rounds', 'visits', 'coarse', 'full'])
  expect(parts).toBeLessThan(40)
})

it('tells the last moments in full', () => {
  expect(detailAt(1000, 1200)).toEqual({ detail: 'full', to: 1200 })
})
