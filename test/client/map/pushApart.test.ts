import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pushApart } from '../../../client/map/pushApart.ts'

it('parts what lies in one place until it touches, the small more than the large', () => {
  const [large, small] = pushApart([{ x: 0, y: 0, radius: 9, turn: 0 }, { x: 0, y: 0, radius: 3, turn: 2 }])
  expect(Math.hypot(large!.x - small!.x, large!.y - small!.y)).toBeGreaterThan(11.5)
  expect(Math.hypot(large!.x, large!.y)).toBeLessThan(Math.hypot(small!.x, small!.y))
})

it('leaves alone what does not overlap, and never loses or breaks a disc', () => {
  const far = [{ x: 0, y: 0, radius: 5, turn: 1 }, { x: 30, y: 0, radius: 5, turn: 1 }]
  for (const [index, disc] of pushApart(far).entries())
    expect(Math.abs(disc.x - far[index]!.x)).toBeLessThan(0.1)
  fc.assert(fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }), radius: fc.integer({ min: 1, max: 12 }), turn: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }), { maxLength: 40 }), (discs) => {
    const moved = pushApart(discs)
    expect(moved.length).toBe(discs.length)
    expect(moved.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
    expect(pushApart(discs)).toEqual(moved)
  }))
})

it('moves none but its neighbours when a disc comes', () => {
  const crowd = (from: number, x: number) => Array.from({ length: 6 }, (_, i) => ({ x, y: 0, radius: 6, turn: from + i }))
  const [here, there] = [crowd(0, 0), crowd(6, 300)]
  const before = pushApart([...here, ...there])
  const after = pushApart([{ x: 0, y: 0, radius: 6, turn: 99 }, ...here, ...there])
  expect(after.slice(7)).toEqual(before.slice(6))
})
