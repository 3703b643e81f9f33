import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import { groupBy } from '../../../shared/words/groupBy.ts'
import { blockOfCommunities, stripOf } from './tileBlock.ts'

/** Everything in units of one tile. */
export interface TileLayout {
  width: number
  height: number
  tiles: { code: string; x: number; y: number }[]
  /** Left end and baseline of the names of towns. */
  names: { code: string; x: number; y: number }[]
}

export interface Block {
  code: string
  lng: number
  lat: number
  /** Width of tiles or name, whichever is more. */
  width: number
  rows: number
  tiles: { code: string; x: number; y: number }[]
}

/** Room above the tiles for a name, between shelves, and between blocks. */
const NAME = 0.95
const SHELF_GAP = 0.3
const GAP = 0.55
/** So many of the nearest towns may stand beside the streets. */
const CANDIDATES = 7

/**
 * One equal tile a grid, arranged by place: the dense towns as blocks in their compass places, the nearest others beside
 * them, those farther north as shelves above and farther south below.
 * @param width room in tiles
 * @param nameWidth width of a town's name in tiles
 */
export function tileLayout(district: DistrictResource, width: number, nameWidth: (code: string) => number): TileLayout {
  const dense = new Set(district.map.inset?.regions ?? [])
  const centres = new Map(district.regions.flatMap(({ code, seat }) => seat ? [[code, seat] as const] : []))
  const grids = groupBy(district.grids, ({ properties }) => properties.code.slice(0, 9))
  const build = (code: string): Block => {
    const [lng, lat] = centres.get(code) ?? [0, 0]
    const own = grids.get(code)!
    const { columns, rows, tiles } = dense.has(code) ? blockOfCommunities(own) : stripOf(own, 7)
    return { code, lng, lat, width: Math.max(columns, nameWidth(code)), rows, tiles }
  }
  const blocks = [...grids.keys()].map(build)
  const streets = blocks.filter(({ code }) => dense.has(code))
  const others = blocks.filter(({ code }) => !dense.has(code))
  if (streets.length === 0)
    return arrange(width, others, { rows: [], starts: [], width: 0, height: 0 }, [], -90)
  const centre = { lng: mean(streets.map(each => each.lng)), lat: mean(streets.map(each => each.lat)) }
  const middle = compass(streets)
  const room = width - middle.width - GAP
  const candidates = nearest(others, centre).flatMap((each) => {
    const strip = stripOf(grids.get(each.code)!, Math.max(1, Math.floor(room)))
    const block = { ...each, ...strip, width: Math.max(strip.columns, nameWidth(each.code)) }
    return block.width <= room + 0.2 ? [block] : []
  })
  const tries = subsets(candidates.slice(0, CANDIDATES))
    .filter(beside => beside.reduce((sum, { rows }) => sum + NAME + rows + SHELF_GAP, 0) <= middle.height + 0.01)
    .map(beside => arrange(width, others, middle, beside, centre.lat))
  // Subsets of nearer towns come first, and the first of equals holds.
  return tries.reduce((best, each) => each.height < best.height - 0.01 ? each : best)
}

type Middle = ReturnType<typeof compass>

/** Towns to the north in shelves, the streets with `beside` at their right, towns to the south in shelves. */
function arrange(width: number, others: readonly Block[], middle: Middle, beside: readonly Block[], latitude: number): TileLayout {
  const layout: TileLayout = { width, height: 0, tiles: [], names: [] }
  const far = others.filter(({ code }) => !beside.some(each => each.code === code))
  shelves(layout, far.filter(({ lat }) => lat >= latitude))
  let y = layout.height
  for (const block of [...beside].sort((a, b) => b.lat - a.lat)) {
    put(layout, block, middle.width + GAP, y)
    y += NAME + block.rows + SHELF_GAP
  }
  for (const row of middle.rows) {
    row.forEach((block, column) => put(layout, block, middle.starts[column]!, layout.height))
    layout.height += NAME + Math.max(...row.map(each => each.rows)) + SHELF_GAP
  }
  shelves(layout, far.filter(({ lat }) => lat < latitude))
  return layout
}

/** Streets in rows of two from north to south, each row from west to east, in common columns. */
function compass(streets: readonly Block[]): { rows: Block[][]; starts: number[]; width: number; height: number } {
  const sorted = [...streets].sort((a, b) => b.lat - a.lat)
  const rows: Block[][] = []
  for (let i = 0; i < sorted.length; i += 2)
    rows.push(sorted.slice(i, i + 2).sort((a, b) => a.lng - b.lng))
  const widths = [0, 1].map(column => Math.max(0, ...rows.map(row => row[column]?.width ?? 0)))
  return {
    rows,
    starts: [0, widths[0]! + GAP],
    width: widths[0]! + (widths[1]! > 0 ? GAP + widths[1]! : 0),
    height: rows.reduce((sum, row) => sum + NAME + Math.max(...row.map(each => each.rows)) + SHELF_GAP, 0),
  }
}

function nearest(blocks: readonly Block[], { lng, lat }: { lng: number; lat: number }): Block[] {
  return [...blocks].sort((a, b) => Math.hypot(a.lng - lng, a.lat - lat) - Math.hypot(b.lng - lng, b.lat - lat))
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduceRight<T[][]>((rest, item) => [...rest.map(each => [item, ...each]), ...rest], [[]])
}

/** Fills shelves from north to south, each from west to east over the whole width. */
function shelves(layout: TileLayout, blocks: readonly Block[]): void {
  const sorted = [...blocks].sort((a, b) => b.lat - a.lat)
  while (sorted.length > 0) {
    const shelf: Block[] = []
    let used = 0
    while (sorted[0] && (shelf.length === 0 || used + GAP + sorted[0].width <= layout.width)) {
      used += sorted[0].width + (shelf.length > 0 ? GAP : 0)
      shelf.push(sorted.shift()!)
    }
    shelf.sort((a, b) => a.lng - b.lng)
    const spare = shelf.length > 2 ? Math.min(1.6, (layout.width - used) / (shelf.length - 1)) : 0.8
    let x = 0
    for (const block of shelf) {
      put(layout, block, x, layout.height)
      x += block.width + GAP + spare
    }
    layout.height += NAME + Math.max(...shelf.map(each => each.rows)) + SHELF_GAP
  }
}

function put(layout: TileLayout, block: Block, x: number, y: number): void {
  layout.names.push({ code: block.code, x, y: y + NAME - 0.25 })
  for (const tile of block.tiles)
    layout.tiles.push({ code: tile.code, x: x + tile.x, y: y + NAME + tile.y })
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
