import Flatbush from 'flatbush'
import { crossing } from './crossing.ts'
import type { Position, Rings } from './Rings.ts'

/** Where the rings (open: first point not repeated) cross themselves or each other; undefined if they do not. */
export function selfCrossing(rings: Rings): Position | undefined {
  const edges = rings.flatMap(ring => ring.map((a, i): [Position, Position] => [a, ring[(i + 1) % ring.length] ?? a]))
  if (edges.length < 3)
    return undefined
  const index = new Flatbush(edges.length)
  for (const [a, b] of edges)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  index.finish()
  for (const [i, [a, b]] of edges.entries()) {
    const near = index.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]), other => other > i)
    for (const other of near) {
      const [c, d] = edges[other] ?? [a, b]
      const share = crossing(a, b, c, d)
      if (share !== undefined)
        return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    }
  }
  return rings.map(crossingCorner).find(point => point !== undefined)
}

/** A corner through which one ring runs twice, from one side of itself to the other. */
function crossingCorner(ring: Position[]): Position | undefined {
  const seen = new Map<number, number>()
  for (const [i, point] of ring.entries()) {
    const key = point[0] * 1000 + point[1]
    const first = seen.get(key)
    if (first !== undefined && ring[first]?.[0] === point[0] && runsThrough(ring, first, i))
      return point
    seen.set(key, i)
  }
  return undefined
}

function runsThrough(ring: Position[], first: number, second: number): boolean {
  const centre = ring[first] ?? [0, 0]
  const angle = (at: number) => {
    const [x, y] = ring.at(at % ring.length) ?? centre
    return Math.atan2(y - centre[1], x - centre[0])
  }
  const start = angle(first - 1)
  const turn = (at: number) => (angle(at) - start + 4 * Math.PI) % (2 * Math.PI)
  const end = turn(first + 1)
  return (turn(second - 1) < end) !== (turn(second + 1) < end)
}
