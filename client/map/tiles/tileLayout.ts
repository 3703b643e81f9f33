import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
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

interface Block {
  code: string
  lng: number
  lat: number
  /** Width of tiles or name, whichever is more. */
  width: number
  rows: number
  tiles: { code: string; x: number; y: number }[]
}

/** What a layout must fit and leave free, in tiles. */
export interface TileRoom {
  width: number
  /** Height of the line of a name above its tiles. */
  name: number
  nameWidth: (code: string) => number
  /** Between towns in a shelf, and between shelves. */
  gap: number
  shelfGap: number
}

/** So many of the nearest towns may stand beside the streets. */
const CANDIDATES = 7

/**
 * One equal tile a grid, arranged by place: the dense towns as blocks in their compass places or, where there is room, in one
 * row; the nearest others beside them, those farther north as shelves above and farther south below. As low as may be.
 */
export function tileLayout(district: DistrictResource, room: TileRoom): TileLayout {
  const { width, nameWidth } = room
  const dense = new Set(district.map.inset?.regions ?? [])
  const centres = new Map(district.regions.flatMap(({ code, seat }) => seat ? [[code, seat] as const] : []))
  const grids = groupBy(district.grids, ({ properties }) => regionAt(properties.code, 'town'))
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
    return withTiles(arrange(room, others, { rows: [], starts: [], width: 0, height: 0 }, [], -90), room)
  const centre = { lng: mean(streets.map(each => each.lng)), lat: mean(streets.map(each => each.lat)) }
  const tries = [2, streets.length].flatMap((columns) => {
    const middle = compass(streets, columns, room)
    if (columns > 2 && middle.width > width)
      return []
    const free = width - middle.width - room.gap
    const candidates = nearest(others, centre).flatMap((each) => {
      const strip = stripOf(grids.get(each.code)!, Math.max(1, Math.floor(free)))
      const block = { ...each, ...strip, width: Math.max(strip.columns, nameWidth(each.code)) }
      return block.width <= free + 0.2 ? [block] : []
    })
    return subsets(candidates.slice(0, CANDIDATES))
      .filter(beside => beside.reduce((sum, { rows }) => sum + room.name + rows + room.shelfGap, 0) <= middle.height + 0.01)
      .map(beside => arrange(room, others, middle, beside, centre.lat))
  })
  // Compass places and subsets of nearer towns come first, and the first of equals holds.
  return withTiles(tries.reduce((best, each) => each.height < best.height - 0.01 ? each : best), room)
}

interface Middle { rows: Block[][]; starts: number[]; width: number; height: number }

/** Where towns stand; their tiles follow once it is known which arrangement is the lowest. */
interface Arrangement { width: number; height: number; blocks: { block: Block; x: number; y: number }[] }

/** Towns to the north in shelves, the streets with `beside` at their right, towns to the south in shelves. */
function arrange(room: TileRoom, others: readonly Block[], middle: Middle, beside: readonly Block[], latitude: number): Arrangement {
  const layout: Arrangement = { width: room.width, height: 0, blocks: [] }
  const far = others.filter(({ code }) => !beside.some(each => each.code === code))
  shelves(layout, far.filter(({ lat }) => lat >= latitude), room)
  let y = layout.height
  for (const block of [...beside].sort((a, b) => b.lat - a.lat)) {
    layout.blocks.push({ block, x: middle.width + room.gap, y })
    y += room.name + block.rows + room.shelfGap
  }
  for (const row of middle.rows) {
    row.forEach((block, column) => layout.blocks.push({ block, x: middle.starts[column]!, y: layout.height }))
    layout.height += room.name + Math.max(...row.map(each => each.rows)) + room.shelfGap
  }
  shelves(layout, far.filter(({ lat }) => lat < latitude), room)
  return layout
}

/** Streets in rows from north to south, each row from west to east, in common columns. */
function compass(streets: readonly Block[], columns: number, { name, gap, shelfGap }: TileRoom): Middle {
  const sorted = [...streets].sort((a, b) => b.lat - a.lat)
  const rows: Block[][] = []
  for (let i = 0; i < sorted.length; i += columns)
    rows.push(sorted.slice(i, i + columns).sort((a, b) => a.lng - b.lng))
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]?.width ?? 0)))
  return {
    rows,
    starts: widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + gap, 0)),
    width: widths.reduce((sum, width) => sum + width + gap, -gap),
    height: rows.reduce((sum, row) => sum + name + Math.max(...row.map(each => each.rows)) + shelfGap, 0),
  }
}

function nearest(blocks: readonly Block[], { lng, lat }: { lng: number; lat: number }): Block[] {
  return [...blocks].sort((a, b) => Math.hypot(a.lng - lng, a.lat - lat) - Math.hypot(b.lng - lng, b.lat - lat))
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduceRight<T[][]>((rest, item) => [...rest.map(each => [item, ...each]), ...rest], [[]])
}

/** Fills shelves from north to south, each from west to east over the whole width. */
function shelves(layout: Arrangement, blocks: readonly Block[], room: TileRoom): void {
  const sorted = [...blocks].sort((a, b) => b.lat - a.lat)
  while (sorted.length > 0) {
    const shelf: Block[] = []
    let used = 0
    while (sorted[0] && (shelf.length === 0 || used + room.gap + sorted[0].width <= layout.width)) {
      used += sorted[0].width + (shelf.length > 0 ? room.gap : 0)
      shelf.push(sorted.shift()!)
    }
    shelf.sort((a, b) => a.lng - b.lng)
    const spare = Math.max(0, Math.min(shelf.length > 2 ? 1.6 : 0.8, (layout.width - used) / Math.max(1, shelf.length - 1)))
    let x = 0
    for (const block of shelf) {
      layout.blocks.push({ block, x, y: layout.height })
      x += block.width + room.gap + spare
    }
    layout.height += room.name + Math.max(...shelf.map(each => each.rows)) + room.shelfGap
  }
}

function withTiles({ width, height, blocks }: Arrangement, { name }: TileRoom): TileLayout {
  return {
    width,
    height,
    names: blocks.map(({ block, x, y }) => ({ code: block.code, x, y: y + name * 0.74 })),
    tiles: blocks.flatMap(({ block, x, y }) => block.tiles.map(tile => ({ code: tile.code, x: x + tile.x, y: y + name + tile.y }))),
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
