import { describe, expect, it } from 'vitest'
import { createRegionLabels } from '../../../client/map/regionLabels.ts'
import { demoFacts } from '../../support/demoFacts.ts'

const labels = createRegionLabels(demoFacts, false)
const codes = (region: string, out: boolean) => labels(region).filter(each => each.out === out).map(({ code }) => code)

describe('names on the banner’s map', () => {
  it('are those of the towns, but for the dense part, which is named in its own picture', () => {
    expect(codes('152921', false).length).toBe(14)
    expect(codes('152921', true)).toEqual([])
    const dense = createRegionLabels(demoFacts, true)('152921').map(({ code }) => code)
    expect(dense).toEqual(['152921402', '152921403', '152921404', '152921405'])
  })

  it('are those of a town’s communities in it, a grid that is a community on its own, and of the towns around, fainter', () => {
    const inside = codes('152921102', false)
    expect(inside).toEqual(['152921102001001', '152921102200001', '152921102203001', '152921102205001'])
    expect(codes('152921102', true).length).toBe(13)
    expect(codes('152921402', false)).toEqual(demoFacts.regions.map(({ code }) => code).filter(code => code.startsWith('152921402') && code.length === 12))
    expect(codes('152921402', true)).toContain('152921403')
  })

  it('are those of a community’s grids in it, and of all around it at each level', () => {
    expect(codes('152921402003', false).length).toBe(4)
    const around = codes('152921402003', true)
    expect(around).toContain('152921402004')
    expect(around).toContain('152921403')
    expect(around).not.toContain('152921402')
    expect(codes('152921402003002', false)).toEqual(['152921402003002'])
    expect(codes('152921402003002', true)).toContain('152921402003001')
  })

  it('stand inside the regions they name, each once', () => {
    for (const region of ['152921', '152921402', '152921402003', '152921402003002'])
      expect(new Set(labels(region).map(({ code }) => code)).size).toBe(labels(region).length)
  })
})
