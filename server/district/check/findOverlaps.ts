import Flatbush from 'flatbush'
import { crossing } from '../geometry/crossing.ts'
import { isInside, isOnBorder } from '../geometry/isInside.ts'
import type { Position } from '../geometry/Rings.ts'
import { TOLERANCE } from './Land.ts'
import type { Land } from './Land.ts'
import type { Net } from './Net.ts'

export interface Overlap { one: number, other: number, at: Position | undefined }

/**
 * Pairs of lands that share ground. If two share ground, then either they lie on the same side of one edge, or an open
 * edge of one runs through the inside of the other: each open edge is cut where it crosses and the middle of each piece is asked.
 */
export function findOverlaps(lands: readonly Land[], { corners, open, doubled }: Net): Overlap[] {
  const found = new Map<string, Overlap>()
  for (const pair of doubled) {
    const [one = 0, other = 0] = pair.split(',').map(Number)
    found.set(pair, { one, other, at: undefined })
  }
  if (lands.length === 0)
    return []
  const index = new Flatbush(lands.length)
  for (const { box } of lands)
    index.add(...box)
  index.finish()
  for (const edge of open) {
    const a = corners[edge.from] ?? [0, 0]
    const b = corners[edge.to] ?? [0, 0]
    for (const other of index.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))) {
      const land = lands[other]
      const pair = [edge.land, other].sort((x, y) => x - y).join()
      if (!land?.sound || other === edge.land || found.has(pair))
        continue
      const at = middles(a, b, land).find(point => isInside(point, land.rings) && !isOnBorder(point, land.rings, 2 * TOLERANCE))
      if (at)
        found.set(pair, { one: edge.land, other, at })
    }
  }
  return [...found.values()]
}

/** Middles of the pieces into which the land's border cuts edge ab. */
function middles(a: Position, b: Position, { rings }: Land): Position[] {
  const cuts = rings.flatMap(ring => ring.flatMap((c, i) => crossing(a, b, c, ring[(i + 1) % ring.length] ?? c) ?? []))
  const stops = [0, ...cuts.sort((x, y) => x - y), 1]
  return stops.slice(1).map((to, i): Position => {
    const share = ((stops[i] ?? 0) + to) / 2
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  })
}
