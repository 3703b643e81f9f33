import { expect, it } from 'vitest'
import { LatencyRing } from '../../../client/picture/LatencyRing.ts'

it('[T4] median and slowest hundredth of the last five minutes', () => {
  const ring = new LatencyRing()
  expect(ring.percentiles(0)).toBeUndefined()
  for (let ms = 1; ms <= 1000; ms++)
    ring.add(ms, ms * 300)
  expect(ring.percentiles(300_000)).toEqual({ p50: 501, p99: 991 })
  expect(ring.percentiles(450_000)).toEqual({ p50: 751, p99: 996 })
  expect(ring.percentiles(900_000)).toBeUndefined()
})

it('keeps a bounded number', () => {
  const ring = new LatencyRing()
  for (let i = 0; i < 10_000; i++)
    ring.add(i, 1)
  expect(ring.percentiles(1)!.p50).toBeGreaterThan(10_000 - 4096)
})
