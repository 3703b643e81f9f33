import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import { boundsOf, ringsOf } from './boundsOf.ts'

const STEPS = 26

/** A point well inside a geometry, for its name: of a mesh of points the one farthest from every border. */
export function labelPoint(geometry: GridGeometry): [number, number] {
  const [west, south, east, north] = boundsOf([geometry])
  const squeeze = Math.cos((south + north) / 2 * Math.PI / 180)
  const edges = outerEdges(ringsOf(geometry))
  let best: [number, number] = [(west + east) / 2, (south + north) / 2]
  let most = -1
  for (let i = 1; i < STEPS; i++) {
    for (let j = 1; j < STEPS; j++) {
      const lng = west + (east - west) * i / STEPS
      const lat = south + (north - south) * j / STEPS
      if (!isInside(edges, lng, lat))
        continue
      // A name is wider than it is high: borders at its sides are farther away than they look.
      const room = Math.min(...edges.map(([a, b]) => distance(lng, lat, a, b, squeeze * 0.6)))
      if (room > most) {
        most = room
        best = [lng, lat]
      }
    }
  }
  return best
}

/** Edges between two polygons of one geometry are no border of it. */
function outerEdges(rings: readonly [number, number][][]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!]
      const key = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? `${a}|${b}` : `${b}|${a}`
      if (!edges.delete(key))
        edges.set(key, [a, b])
    }
  }
  return [...edges.values()]
}

type Edge = readonly [[number, number], [number, number]]

function isInside(edges: readonly Edge[], lng: number, lat: number): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of edges) {
    if ((ay > lat) !== (by > lat) && lng < (bx - ax) * (lat - ay) / (by - ay) + ax)
      inside = !inside
  }
  return inside
}

function distance(lng: number, lat: number, [ax, ay]: [number, number], [bx, by]: [number, number], squeeze: number): number {
  const [px, qx, rx] = [lng * squeeze, ax * squeeze, bx * squeeze]
  const length = (rx - qx) ** 2 + (by - ay) ** 2
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - qx) * (rx - qx) + (lat - ay) * (by - ay)) / length))
  return Math.hypot(px - qx - along * (rx - qx), lat - ay - along * (by - ay))
}
