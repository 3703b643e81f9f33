import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GridLocator } from '../../../server/district/GridLocator.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { DEMO_DIR } from './demoFiles.ts'

const { grids, buildings } = await loadDistrict(DEMO_DIR)
const locator = new GridLocator([...grids].reverse())

function bruteForce(lng: number, lat: number): string | undefined {
  return grids.find(grid => booleanPointInPolygon([lng, lat], grid.geometry))?.properties.code
}

describe('GridLocator', () => {
  it('agrees with asking every grid, in pasture and in town', () => {
    const anywhere = fc.tuple(fc.double({ min: 103, max: 107, noNaN: true }), fc.double({ min: 37, max: 42, noNaN: true }))
    const inTown = fc.tuple(fc.double({ min: 105.645, max: 105.735, noNaN: true }), fc.double({ min: 38.81, max: 38.87, noNaN: true }))
    fc.assert(fc.property(fc.oneof(anywhere, inTown), ([lng, lat]) => {
      expect(locator.locate(lng, lat)).toBe(bruteForce(lng, lat))
    }), { numRuns: 2000 })
  })

  it('gives a point on a shared corner or edge to the lowest code', () => {
    for (const { geometry } of grids) {
      const corners = geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)
      for (const [lng, lat] of corners.filter((_, i) => i % 7 === 0))
        expect(locator.locate(lng, lat)).toBe(bruteForce(lng, lat))
    }
  })

  it('finds every building in its grid', () => {
    for (const { properties, geometry } of buildings)
      expect(locator.locate(...geometry.coordinates)).toBe(properties.grid)
  })

  it('answers undefined outside the district and for what is no place', () => {
    expect(locator.locate(116.4, 39.9)).toBeUndefined()
    expect(locator.locate(38.841, 105.689)).toBeUndefined()
    expect(locator.locate(Number.NaN, 38)).toBeUndefined()
  })
})
