import { noise } from './noise.ts'
import { centroid, distance, signedArea, toKm, toMicro } from './plane.ts'
import type { Point, Ring } from './plane.ts'
import type { Random } from '../Random.ts'
import { stitch } from './stitch.ts'

export interface UrbanGrid { community: string, ring: Ring }

const CENTRE = toKm([105.689, 38.841])
const HALF_WIDTH = 3.12
const HALF_HEIGHT = 2.5
const BLOCK_KM = 0.3

/**
 * The urban land, about 26 km²: halved again and again along streets, first into the four subdistricts, then into
 * communities, then into four grids each; last the straight streets are bent together. Rings in millionths of a degree.
 * Communities are codes, listed west to east within each subdistrict.
 */
export function urban(streets: { west: string[], middle: string[], east: string[], south: string[] }, random: Random): UrbanGrid[] {
  const north = [streets.west, streets.middle, streets.east]
  const size = (lists: string[][]) => lists.flat().length
  const all = size([...north, streets.south])
  const [south, rest] = cut(blob(), 0.06 + Math.PI / 2, streets.south.length * 1.02 / all)
  const [west, inner] = cut(rest, -0.12, streets.west.length * 1.1 / size(north))
  const [middle, east] = cut(inner, 0.1, streets.middle.length * 0.95 / size(north.slice(1)))
  const grids = ([[west, streets.west], [middle, streets.middle], [east, streets.east], [south, streets.south]] as const)
    .flatMap(([land, communities]) => divide(land, communities, random))
    .flatMap(({ ring, community }) => quarter(ring, random).map(part => ({ community, ring: part.map(toMillimetres) })))
  stitch(grids.map(grid => grid.ring), 2)
  return grids.map(grid => ({ community: grid.community, ring: bend(grid.ring) }))
}

function blob(): Ring {
  return Array.from({ length: 120 }, (_, i): Point => {
    const angle = i / 120 * 2 * Math.PI
    const radius = (Math.abs(Math.cos(angle)) ** 2.3 + Math.abs(Math.sin(angle)) ** 2.3) ** (-1 / 2.3)
    return [HALF_WIDTH * radius * Math.cos(angle), HALF_HEIGHT * radius * Math.sin(angle)]
  })
}

function divide(land: Ring, communities: readonly string[], random: Random): { ring: Ring, community: string }[] {
  const [first] = communities
  if (communities.length === 1 && first)
    return [{ ring: land, community: first }]
  const half = Math.ceil(communities.length / 2)
  const [a, b] = cut(land, across(land) + random.between(-0.05, 0.05), half / communities.length + random.between(-0.03, 0.03))
  return [...divide(a, communities.slice(0, half), random), ...divide(b, communities.slice(half), random)]
}

/** Four parts, west to east and then north to south. */
function quarter(land: Ring, random: Random): Ring[] {
  const halves = cut(land, across(land) + random.between(-0.04, 0.04), random.between(0.42, 0.58))
  const parts = halves.flatMap(half => cut(half, across(half) + random.between(-0.04, 0.04), random.between(0.4, 0.6)))
  return inRows(parts, span(land, 1) / 4)
}

/** Parts whose middles differ less than `height` from the row's first are one row. */
function inRows(parts: Ring[], height: number): Ring[] {
  const places = parts.map(ring => ({ ring, middle: centroid(ring) })).sort((a, b) => b.middle[1] - a.middle[1])
  const rows: (typeof places)[] = []
  for (const place of places) {
    const row = rows.at(-1)
    if (row?.[0] && row[0].middle[1] - place.middle[1] < height)
      row.push(place)
    else
      rows.push([place])
  }
  return rows.flatMap(row => row.sort((a, b) => a.middle[0] - b.middle[0]).map(place => place.ring))
}

/** Direction of the cut that halves the longer side: 0 west to east, -π/2 north to south. */
function across(ring: Ring): number {
  return span(ring, 0) * 1.1 >= span(ring, 1) ? 0 : -Math.PI / 2
}

function span(ring: Ring, axis: 0 | 1): number {
  return Math.max(...ring.map(point => point[axis])) - Math.min(...ring.map(point => point[axis]))
}

/** Cuts a convex ring by a line square to `direction`; the first part lies behind and has `share` of the area. */
function cut(ring: Ring, direction: number, share: number): [Ring, Ring] {
  const along = ([x, y]: Point) => x * Math.cos(direction) + y * Math.sin(direction)
  let low = Math.min(...ring.map(along))
  let high = Math.max(...ring.map(along))
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (signedArea(behind(ring, point => along(point) - middle)) < share * signedArea(ring))
      low = middle
    else
      high = middle
  }
  return [behind(ring, point => along(point) - low), behind(ring, point => low - along(point))]
}

function behind(ring: Ring, side: (point: Point) => number): Ring {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    const [sa, sb] = [side(a), side(b)]
    const kept: Ring = sa <= 0 ? [a] : []
    if ((sa < 0 && sb > 0) || (sa > 0 && sb < 0))
      kept.push([a[0] + (b[0] - a[0]) * sa / (sa - sb), a[1] + (b[1] - a[1]) * sa / (sa - sb)])
    return kept
  })
}

function toMillimetres([x, y]: Point): Point {
  return [Math.round(x * 1e6), Math.round(y * 1e6)]
}

/** Edges get corners in between, the same from both sides, and every corner moves with the same smooth field. */
function bend(ring: Ring): Ring {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    const parts = Math.max(1, Math.ceil(distance(a, b) / 1e6 / BLOCK_KM))
    const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
    return Array.from({ length: parts }, (_, step): Point => {
      const [from, to, share] = forward ? [a, b, step / parts] : [b, a, (parts - step) / parts]
      return moved([(from[0] + (to[0] - from[0]) * share) / 1e6, (from[1] + (to[1] - from[1]) * share) / 1e6])
    })
  })
}

function moved([x, y]: Point): Point {
  const far = Math.hypot(x / HALF_WIDTH, y / HALF_HEIGHT)
  const reach = 0.05 + 0.26 * far
  return toMicro([CENTRE[0] + x + reach * noise(x, y, 2.6, 11), CENTRE[1] + y + reach * noise(x, y, 2.6, 12)])
}
