import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import polylabel from 'polylabel'
import { groupBy } from '../../../shared/words/groupBy.ts'
import { boundsOf, ringsOf } from './boundsOf.ts'

type Point = [number, number]

/** A name is wider than it is high: borders at its sides are farther away than they look. */
const NAME_SQUEEZE = 0.6
/** Of the smaller side; finer than a name can be placed. */
const PRECISION = 1 / 50

/** A point well inside a geometry, for its name: the one farthest from every border. */
export function labelPoint(geometry: GridGeometry): Point {
  const [west, south, east, north] = boundsOf([geometry])
  const squeeze = Math.cos((south + north) / 2 * Math.PI / 180) * NAME_SQUEEZE
  const rings = outline(ringsOf(geometry)).map(ring => ring.map(([lng, lat]): Point => [lng * squeeze, lat]))
  // It searches in the first one, and knows from all of them what is inside.
  rings.sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))
  const [x, lat] = polylabel(rings, Math.min((east - west) * squeeze, north - south) * PRECISION) as unknown as Point
  return [x / squeeze, lat]
}

/** Rings around several polygons together: edges between two of them are no border. */
function outline(rings: readonly Point[][]): Point[][] {
  const edges = new Map<string, Edge>()
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const edge: Edge = [ring[i - 1]!, ring[i]!]
      const key = edge.map(String).sort().join('|')
      if (!edges.delete(key))
        edges.set(key, edge)
    }
  }
  return joined(edges.values())
}

type Edge = readonly [Point, Point]

/** Whichever way each was drawn. */
function joined(edges: Iterable<Edge>): Point[][] {
  const left = new Set(edges)
  const touching = groupBy([...left].flatMap(edge => edge.map(point => ({ point, edge }))), ({ point }) => String(point))
  const rings: Point[][] = []
  for (const first of left) {
    const ring = [first[0]]
    for (let edge: Edge | undefined = first; edge;) {
      left.delete(edge)
      const [a, b]: Edge = edge
      const end: Point = String(a) === String(ring.at(-1)) ? b : a
      ring.push(end)
      edge = touching.get(String(end))?.find(other => left.has(other.edge))?.edge
    }
    rings.push(ring)
  }
  return rings
}

function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)
}
