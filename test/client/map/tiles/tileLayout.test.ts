import { describe, expect, it } from 'vitest'
import { nextTile } from '../../../../client/map/tiles/nextTile.ts'
import { tileLayout } from '../../../../client/map/tiles/tileLayout.ts'
import { demoFacts } from '../../../support/demoFacts.ts'

const room = { width: 18.4, name: 0.95, nameWidth: () => 3, gap: 0.55, shelfGap: 0.3 }
const layout = tileLayout(demoFacts, room)
const at = (code: string) => layout.tiles.find(tile => tile.code === code)!
const nameOf = (code: string) => layout.names.find(name => name.code === code)!

describe('tileLayout', () => {
  it('[I1] gives every grid one tile, and none touches another', () => {
    expect(layout.tiles.length).toBe(147)
    expect(new Set(layout.tiles.map(tile => tile.code)).size).toBe(147)
    for (const [index, a] of layout.tiles.entries()) {
      for (const b of layout.tiles.slice(index + 1))
        expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(0.99)
    }
  })

  it('keeps within its width, and as low as the wall has room for', () => {
    expect(Math.max(...layout.tiles.map(tile => tile.x + 1))).toBeLessThanOrEqual(18.6)
    expect(layout.height).toBeLessThan(19)
  })

  it('puts streets in their compass places and northern towns above southern ones', () => {
    const [elute, nanhuan, xinhua, wangfu] = ['152921402', '152921403', '152921404', '152921405'].map(nameOf)
    expect(wangfu!.x).toBeLessThan(elute!.x)
    expect(xinhua!.x).toBeLessThan(nanhuan!.x)
    expect(elute!.y).toBeLessThan(nanhuan!.y)
    expect(nameOf('152921216').y).toBeLessThan(wangfu!.y)
    expect(nameOf('152921102').y).toBeGreaterThan(nanhuan!.y)
  })

  it('keeps the four grids of a community together', () => {
    const own = demoFacts.grids.map(each => each.properties.code).filter(code => code.startsWith('152921402001')).map(at)
    const spread = (numbers: number[]) => Math.max(...numbers) - Math.min(...numbers)
    expect([spread(own.map(tile => tile.x)), spread(own.map(tile => tile.y))]).toEqual([1, 1])
  })

  it('has the streets in one row where it is wide enough and lower so', () => {
    const wide = tileLayout(demoFacts, { ...room, width: 32 })
    const rows = wide.names.filter(({ code }) => /^1529214/.test(code)).map(({ y }) => y)
    expect(new Set(rows).size).toBe(1)
    expect(wide.height).toBeLessThan(layout.height)
  })
})

describe('nextTile', () => {
  const tiles = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 5, y: 0 }]
  it.each([[0, 'ArrowRight', 1], [1, 'ArrowDown', 2], [1, 'ArrowRight', 3], [3, 'ArrowRight', undefined], [0, 'a', undefined]])('from %i by %s to %s', (from, key, to) => {
    expect(nextTile(tiles, from, key)).toBe(to)
  })
})
