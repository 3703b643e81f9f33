import { boxOf } from './boxOf.ts'
import type { Position, Rings } from './Rings.ts'

/** A point well inside: the middle of the widest stretch on the line through the middle of the box. */
export function interiorPoint(rings: Rings): Position {
  const [west, south, east, north] = boxOf(rings)
  // A little off the middle, so that the line seldom runs through a corner.
  const y = south + (north - south) * 0.5003
  const crossings = rings.flatMap(ring => ring.flatMap((b, i) => {
    const a = ring.at(i - 1) ?? b
    return (a[1] > y) === (b[1] > y) ? [] : [a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])]
  })).sort((a, b) => a - b)
  let best: Position = [(west + east) / 2, y]
  let widest = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = crossings.slice(i, i + 2)
    if (to - from > widest) {
      widest = to - from
      best = [(from + to) / 2, y]
    }
  }
  return best
}
