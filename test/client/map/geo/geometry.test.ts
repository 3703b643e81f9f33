import { expect, it } from 'vitest'
import { boundsOf } from '../../../../client/map/geo/boundsOf.ts'
import { labelPoint } from '../../../../client/map/geo/labelPoint.ts'
import { sharedEdges } from '../../../../client/map/geo/sharedEdges.ts'
import { mapGeometry } from '../../../../client/map/MapGeometry.ts'
import { demoFacts } from '../../../support/demoFacts.ts'

it('puts a name inside, in the wide part', () => {
  const [lng, lat] = labelPoint({ type: 'Polygon', coordinates: [[[0, 0], [10, 0], [10, 1], [4, 1], [4, 8], [0, 8], [0, 0]]] })
  expect(lng).toBeGreaterThan(1)
  expect(lng).toBeLessThan(4)
  expect(lat).toBeGreaterThan(1)
  expect(lat).toBeLessThan(7.5)
})

it('takes the border of several polygons for theirs together, not those between them', () => {
  const square = (x: number): [number, number][][] => [[[x, 0], [x + 4, 0], [x + 4, 3], [x, 3], [x, 0]]]
  const [lng, lat] = labelPoint({ type: 'MultiPolygon', coordinates: [square(0), square(4)] })
  expect(lng).toBeGreaterThan(1.5)
  expect(lng).toBeLessThan(6.5)
  expect(lat).toBeCloseTo(1.5, 0)
  expect(labelPoint({ type: 'MultiPolygon', coordinates: [square(0), square(4)] })).toEqual(labelPoint({ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [8, 0], [8, 3], [4, 3], [0, 3], [0, 0]]] }))
})

it('finds the borders between communities and no others', () => {
  const square = (code: string, x: number) => ({
    type: 'Feature' as const,
    properties: { code, names: { zh: code }, kind: 'urban' as const, members: [], households: 0, residents: 0 },
    geometry: { type: 'Polygon' as const, coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]] as [number, number][]] },
  })
  const edges = sharedEdges([square('152921402001001', 0), square('152921402001002', 1), square('152921402002001', 2)], 'community')
  expect(edges).toEqual([[[2, 1], [2, 0]]])
})

it('[I1] holds every grid once, by its index in the data set', () => {
  const whole = mapGeometry(demoFacts)
  const dense = mapGeometry(demoFacts, demoFacts.map.inset!.regions)
  expect([...whole.gridOf.keys()]).toEqual(demoFacts.grids.map((_, index) => index))
  expect([...dense.gridOf.values()].length).toBe(84)
  expect(whole.bounds).toEqual(boundsOf(demoFacts.grids.map(each => each.geometry)))
})
