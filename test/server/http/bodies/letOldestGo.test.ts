import type { Body } from '../../../../server/http/bodies/Body.ts'
import { expect, it } from 'vitest'
import { letOldestGo } from '../../../../server/http/bodies/letOldestGo.ts'

const left = (held: number[], bounds: Parameters<typeof letOldestGo>[2]) => {
  const kept = new Map(held.map((bytes, i) => [`${i}`, { held: bytes } as Body]))
  letOldestGo(kept, each => each, bounds)
  return [...kept.keys()]
}

it('lets the oldest go by bytes and by number, and keeps as many of the newest as it is told to, whatever they hold', () => {
  expect(left([5, 5, 5], { bytes: 10 })).toEqual(['1', '2'])
  expect(left([1, 1, 1], { bytes: 10, most: 2 })).toEqual(['1', '2'])
  expect(left([1, 50], { bytes: 10 })).toEqual([])
  expect(left([1, 50], { bytes: 10, least: 1 })).toEqual(['1'])
})
