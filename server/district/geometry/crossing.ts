import type { Position } from './Rings.ts'

/** Share of the way from a to b at which edge ab properly crosses edge cd (not in a shared or touching end), if it does. */
export function crossing(a: Position, b: Position, c: Position, d: Position): number | undefined {
  const ca = side(c, d, a)
  const cb = side(c, d, b)
  const ac = side(a, b, c)
  const ad = side(a, b, d)
  return ((ca > 0 && cb < 0) || (ca < 0 && cb > 0)) && ((ac > 0 && ad < 0) || (ac < 0 && ad > 0)) ? ca / (ca - cb) : undefined
}

function side(a: Position, b: Position, point: Position): number {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
}
