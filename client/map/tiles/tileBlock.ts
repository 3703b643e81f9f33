import type { GridFeature } from '../../../shared/domain/district/gridsFile.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { boundsOf } from '../geo/boundsOf.ts'
import { groupBy } from '../../../shared/words/groupBy.ts'

export interface TileBlock {
  /** Width and height in tiles. */
  columns: number
  rows: number
  tiles: { code: string; x: number; y: number }[]
}

interface Placed { code: string; lng: number; lat: number }

/** A strip of tiles from west to east; more than `most` are folded into as few equal rows as need be. */
export function stripOf(grids: readonly GridFeature[], most: number): TileBlock {
  const placed = grids.map(placeOf).sort((a, b) => a.lng - b.lng || (a.code < b.code ? -1 : 1))
  const rows = Math.ceil(placed.length / most)
  const columns = Math.ceil(placed.length / rows)
  const lines = rows === 1 ? [placed] : inRows(placed, rows, columns)
  return { columns, rows, tiles: lines.flatMap((line, y) => line.map(({ code }, x) => ({ code, x, y }))) }
}

/** Between the blocks of two communities, in tiles. */
const COMMUNITY_GAP = 0.18

/** Communities as blocks two tiles high, mostly two by two, in two rows, each in its compass place, and its grids in theirs. */
export function blockOfCommunities(grids: readonly GridFeature[]): TileBlock {
  const communities = [...groupBy(grids, ({ properties }) => regionAt(properties.code, 'community')).values()]
    .map(own => ({ own, deep: Math.ceil(own.length / 2), ...centre(own.map(placeOf)) }))
  const rows = communities.length > 2 ? 2 : 1
  const lines = inRows(communities, rows, Math.ceil(communities.length / rows))
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(line => line[column]?.deep ?? 0)))
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + COMMUNITY_GAP, 0))
  const tiles = lines.flatMap((line, row) => line.flatMap(({ own, deep }, column) =>
    inRows(own.map(placeOf), 2, deep).flatMap((two, y) => two.map(({ code }, x) => ({ code, x: starts[column]! + x, y: row * (2 + COMMUNITY_GAP) + y })))))
  return { columns: starts.at(-1)! + widths.at(-1)!, rows: rows * (2 + COMMUNITY_GAP) - COMMUNITY_GAP, tiles }
}

/** From north to south in rows, each row from west to east. */
function inRows<T extends { lng: number; lat: number }>(placed: readonly T[], rows: number, columns: number): T[][] {
  const sorted = [...placed].sort((a, b) => b.lat - a.lat)
  return Array.from({ length: rows }, (_, row) => sorted.slice(row * columns, (row + 1) * columns).sort((a, b) => a.lng - b.lng))
}

function placeOf({ properties, geometry }: GridFeature): Placed {
  const [west, south, east, north] = boundsOf([geometry])
  return { code: properties.code, lng: (west + east) / 2, lat: (south + north) / 2 }
}

function centre(places: readonly Placed[]): { lng: number; lat: number } {
  return {
    lng: places.reduce((sum, each) => sum + each.lng, 0) / places.length,
    lat: places.reduce((sum, each) => sum + each.lat, 0) / places.length,
  }
}
