import Flatbush from 'flatbush'
import type { Position } from '../geometry/Rings.ts'
import { TOLERANCE } from './Land.ts'
import type { Land } from './Land.ts'

/** An edge with land on its left; `land` is its index. */
export interface Edge { land: number, from: number, to: number }

/**
 * The edges of many lands, matched with each other: where two lands meet, each has the other's edge in the opposite
 * direction. `open` are the edges with nothing on their right; `doubled` are pairs of lands that lie on the same side of one edge.
 */
export interface Net { corners: Position[], open: Edge[], doubled: Set<string> }

/** Corners nearer than the tolerance count as one; an edge is split where another's corner lies on it. */
export function net(lands: readonly Land[]): Net {
  const corners: Position[] = []
  const ids = new Map<string, number>()
  const corner = (point: Position) => {
    const key = `${Math.round(point[0] / TOLERANCE)},${Math.round(point[1] / TOLERANCE)}`
    const id = ids.get(key) ?? corners.length
    if (id === corners.length) {
      ids.set(key, id)
      corners.push(point)
    }
    return id
  }
  const edges = lands.flatMap(({ rings }, land) => rings.flatMap((ring) => {
    const own = ring.map(corner)
    return own.map((from, i): Edge => ({ land, from, to: own[(i + 1) % own.length] ?? from })).filter(({ from, to }) => from !== to)
  }))
  const doubled = new Set<string>()
  const open = match(edges, lands, corners.length, doubled)
  return { corners, open: match(split(open, corners), lands, corners.length, doubled), doubled }
}

/** Edges that no other edge meets in the opposite direction. Any edge of an unsound land meets either direction. */
function match(edges: Edge[], lands: readonly Land[], count: number, doubled: Set<string>): Edge[] {
  const byEnds = new Map<number, Edge>()
  const wild = new Set<number>()
  for (const edge of edges) {
    if (!lands[edge.land]?.sound) {
      wild.add(edge.from * count + edge.to).add(edge.to * count + edge.from)
      continue
    }
    const other = byEnds.get(edge.from * count + edge.to)
    if (other && other.land !== edge.land)
      doubled.add([other.land, edge.land].sort((a, b) => a - b).join())
    byEnds.set(edge.from * count + edge.to, edge)
  }
  return edges.filter(({ land, from, to }) => lands[land]?.sound && !byEnds.has(to * count + from) && !wild.has(from * count + to))
}

function split(edges: Edge[], corners: Position[]): Edge[] {
  const ids = [...new Set(edges.map(edge => edge.from))]
  if (ids.length === 0)
    return []
  const index = new Flatbush(ids.length)
  for (const id of ids) {
    const [x, y] = corners[id] ?? [0, 0]
    index.add(x, y, x, y)
  }
  index.finish()
  return edges.flatMap((edge) => {
    const a = corners[edge.from] ?? [0, 0]
    const b = corners[edge.to] ?? [0, 0]
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const near = index.search(Math.min(a[0], b[0]) - TOLERANCE, Math.min(a[1], b[1]) - TOLERANCE, Math.max(a[0], b[0]) + TOLERANCE, Math.max(a[1], b[1]) + TOLERANCE)
    const between = near.flatMap((at) => {
      const id = ids[at] ?? edge.from
      const [x, y] = corners[id] ?? a
      const along = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)
      const off = Math.abs((x - a[0]) * dy - (y - a[1]) * dx) / Math.hypot(dx, dy)
      return id !== edge.from && id !== edge.to && along > 0 && along < 1 && off <= TOLERANCE ? [{ id, along }] : []
    }).sort((one, other) => one.along - other.along).map(({ id }) => id)
    const stops = [edge.from, ...between, edge.to]
    return stops.slice(1).map((to, i): Edge => ({ land: edge.land, from: stops[i] ?? to, to }))
  })
}
