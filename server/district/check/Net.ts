import Flatbush from 'flatbush'
import type { Position } from '../geometry/Rings.ts'
import { TOLERANCE } from './Land.ts'
import type { Land } from './Land.ts'

/** An edge with land on its left; `land` is its index. */
export interface Edge { land: number, from: number, to: number }

/**
 * The edges of many lands, matched with each other: where two lands meet, each has the other's edge in the opposite
 * direction. `open` are the edges with nothing on their right; `bare` are those of them that do not lie on the outline
 * either (the same, where no outline is given). `doubled` are pairs of lands that lie on the same side of one edge.
 */
export interface Net { corners: Position[], open: Edge[], bare: Edge[], doubled: Set<string> }

/** Corners nearer than the tolerance count as one; an edge is split where another's corner lies on it. */
export function net(lands: readonly Land[], outline?: Land): Net {
  const corners: Position[] = []
  const ids = new Map<number | string, number>()
  const corner = (point: Position) => {
    const key = placeKey(point)
    const id = ids.get(key) ?? corners.length
    if (id === corners.length) {
      ids.set(key, id)
      corners.push(point)
    }
    return id
  }
  const edges: Edge[] = []
  const addRing = (land: number, ring: Position[]) => {
    let from = corner(ring.at(-1) ?? [0, 0])
    for (const point of ring) {
      const to = corner(point)
      if (to !== from)
        edges.push({ land, from, to })
      from = to
    }
  }
  lands.forEach(({ rings }, land) => rings.forEach(ring => addRing(land, ring)))
  const doubled = new Set<string>()
  const open = match(split(match(edges, lands, doubled), corners), lands, doubled)
  if (!outline?.sound)
    return { corners, open, bare: open, doubled }
  edges.length = 0
  for (const ring of outline.rings)
    addRing(lands.length, [...ring].reverse())
  return { corners, open, bare: match(split([...open, ...edges], corners), [...lands, outline], new Set()), doubled }
}

/** A number where the place is in China, which is quick to look up; else a text. */
function placeKey([x, y]: Position): number | string {
  const column = Math.round((x - 73) / TOLERANCE)
  const row = Math.round((y - 3) / TOLERANCE)
  return column >= 0 && row >= 0 && column < 2 ** 26 && row < 2 ** 26 ? column * 2 ** 26 + row : `${column},${row}`
}

/** Edges that no other edge meets in the opposite direction. Any edge of an unsound land meets either direction. */
function match(edges: Edge[], lands: readonly Land[], doubled: Set<string>): Edge[] {
  const byEnds = new Map<number, number>()
  const wild = new Set<number>()
  for (const { land, from, to } of edges) {
    if (!lands[land]?.sound) {
      wild.add(key(from, to)).add(key(to, from))
      continue
    }
    const other = byEnds.get(key(from, to))
    if (other !== undefined && other !== land)
      doubled.add([other, land].sort((a, b) => a - b).join())
    byEnds.set(key(from, to), land)
  }
  return edges.filter(({ land, from, to }) => lands[land]?.sound && !byEnds.has(key(to, from)) && !wild.has(key(from, to)))
}

function key(from: number, to: number): number {
  return from * 2 ** 26 + to
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
