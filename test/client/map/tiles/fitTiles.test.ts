import { describe, expect, it } from 'vitest'
import { fitTiles } from '../../../../client/map/tiles/fitTiles.ts'
import { textWidth } from '../../../../client/look/textWidth.ts'
import { demoFacts } from '../../../support/demoFacts.ts'

const nameWidth = (code: string) => textWidth(demoFacts.regions.find(region => region.code === code)!.names.zh.replace(/街道|苏木|镇/u, ''), 16) + 4

describe('fitTiles', () => {
  it.each([
    ['16:9', { width: 418, height: 416, pitch: 23, nameSize: 16 }, 23],
    ['48:9', { width: 1856, height: 660, pitch: 58, nameSize: 22 }, 58],
    ['9:16', { width: 456, height: 470, pitch: 25, nameSize: 16 }, 24],
  ] as const)('has tiles of the size of the drawing at %s', (_, box, least) => {
    expect(fitTiles(demoFacts, { ...box, nameWidth }).pitch).toBeGreaterThanOrEqual(least)
  })

  it('makes them smaller until all have room', () => {
    const { pitch, layout } = fitTiles(demoFacts, { width: 424, height: 300, pitch: 23, nameSize: 16, nameWidth })
    expect(pitch).toBeLessThan(23)
    expect(layout.height * pitch).toBeLessThanOrEqual(300)
    expect(layout.tiles.length).toBe(147)
  })

  it('ends for a district that is far too large', () => {
    const many = { ...demoFacts, grids: Array.from({ length: 3000 }, (_, i) => ({ ...demoFacts.grids[0]!, properties: { ...demoFacts.grids[0]!.properties, code: `152921${String(102 + i % 9)}001${String(i).padStart(3, '0')}`.slice(0, 15) } })) }
    expect(fitTiles(many, { width: 424, height: 416, pitch: 23, nameSize: 16, nameWidth: () => 70 }).layout.tiles.length).toBe(3000)
  })
})
