import type { Position, Rings } from './Rings.ts'

/** Whether a ray from the point meets the rings an odd number of times. A point on the border may answer either way. */
export function isInside([x, y]: Position, rings: Rings): boolean {
  let inside = false
  for (const ring of rings) {
    let before = ring.at(-1)
    for (const point of ring) {
      if (before && (point[1] > y) !== (before[1] > y) && x < (before[0] - point[0]) * (y - point[1]) / (before[1] - point[1]) + point[0])
        inside = !inside
      before = point
    }
  }
  return inside
}

/** Whether the point is within `tolerance` of the border. */
export function isOnBorder([x, y]: Position, rings: Rings, tolerance: number): boolean {
  return rings.some(ring => ring.some((b, i) => {
    const a = ring.at(i - 1) ?? b
    if (Math.max(a[0], b[0]) < x - tolerance || Math.min(a[0], b[0]) > x + tolerance || Math.max(a[1], b[1]) < y - tolerance || Math.min(a[1], b[1]) > y + tolerance)
      return false
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const along = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
    return Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y) <= tolerance
  }))
}
