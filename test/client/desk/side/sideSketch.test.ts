import type { GridFeature } from '../../../../shared/domain/district/gridsFile.ts'
import { expect, it } from 'vitest'
import { sideSketch } from '../../../../client/desk/side/sideSketch.ts'

const square = (code: string, west: number): GridFeature => ({
  type: 'Feature',
  properties: { code } as GridFeature['properties'],
  geometry: { type: 'Polygon', coordinates: [[[west, 38], [west + 0.01, 38], [west + 0.01, 38.01], [west, 38.01], [west, 38]]] },
})
const grids = [square('a', 105), square('b', 105.01), square('far', 106)]

it('a sketch is in metres around the matter, its own grid last, with what lies beside it', () => {
  const sketch = sideSketch(grids, 'a', { lng: 105.005, lat: 38.005 })!
  expect(sketch.shapes.map(({ code, own }) => [code, own])).toEqual([['b', false], ['a', true]])
  expect(sketch.ring).toBe(200)
  expect(sketch.spotOf({ lng: 105.005, lat: 38.006 })).toEqual({ x: 0, y: expect.closeTo(-111, 0) as number })
  expect(sketch.spotOf({ lng: 106, lat: 38 })).toBeUndefined()
})

it('without a place the matter stands inside its grid; an unknown grid has no sketch', () => {
  expect(sideSketch(grids, 'a', undefined)?.spotOf({ lng: 105.005, lat: 38.005 })).toBeDefined()
  expect(sideSketch(grids, 'x', undefined)).toBeUndefined()
})
