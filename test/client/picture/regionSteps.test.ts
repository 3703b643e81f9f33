import { describe, expect, it } from 'vitest'
import { besides, partsOf, towards } from '../../../client/picture/regionSteps.ts'
import { demoFacts } from '../../support/demoFacts.ts'

const GRID = '152921403005002'

describe('steps from region to region', () => {
  it('goes down to a grid one level at a time, and no deeper', () => {
    expect(towards('152921', GRID)).toBe('152921403')
    expect(towards('152921403', GRID)).toBe('152921403005')
    expect(towards('152921403005', GRID)).toBe(GRID)
    expect(towards(GRID, GRID)).toBe(GRID)
  })

  it('goes to the region beside that holds a grid which lies elsewhere', () => {
    expect(towards('152921402', GRID)).toBe('152921403')
    expect(towards('152921402001001', GRID)).toBe(GRID)
  })

  it('knows the parts of each region, and all grids are in them once', () => {
    expect(partsOf(demoFacts, '152921').length).toBe(18)
    expect(partsOf(demoFacts, '152921403').length).toBe(6)
    expect(partsOf(demoFacts, GRID)).toEqual([])
    const grids = (region: string): string[] => region.length === 15 ? [region] : partsOf(demoFacts, region).flatMap(grids)
    expect(grids('152921')).toEqual(demoFacts.grids.map(({ properties }) => properties.code))
  })

  it('goes round among the regions of one parent', () => {
    const towns = partsOf(demoFacts, '152921')
    expect(besides(demoFacts, towns[0]!, 1)).toBe(towns[1])
    expect(besides(demoFacts, towns[0]!, -1)).toBe(towns.at(-1))
    expect(besides(demoFacts, towns.at(-1)!, 1)).toBe(towns[0])
    expect(besides(demoFacts, '152921', 1)).toBe('152921')
    expect(besides(demoFacts, '152921216200001', 1)).toBe('152921216200001')
  })
})
