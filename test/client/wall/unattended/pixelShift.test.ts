import { expect, it } from 'vitest'
import { pixelShift } from '../../../../client/wall/unattended/pixelShift.ts'

const TEN_MINUTES = 600_000
const places = Array.from({ length: 9 }, (_, step) => pixelShift(step * TEN_MINUTES))

it('stays for ten minutes', () => {
  expect(pixelShift(TEN_MINUTES - 1)).toEqual(places[0])
  expect(pixelShift(TEN_MINUTES)).not.toEqual(places[0])
})

it('moves by two whole px at a time, never more than two from its place, and comes round', () => {
  for (const [step, { x, y }] of places.slice(1).entries()) {
    const before = places[step]!
    expect(Math.abs(x - before.x) + Math.abs(y - before.y)).toBe(2)
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(2)
  }
  expect(places[8]).toEqual(places[0])
  expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(8)
})
