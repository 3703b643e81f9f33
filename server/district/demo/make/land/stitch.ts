import Flatbush from 'flatbush'
import type { Point, Ring } from './plane.ts'

/**
 * Puts into every edge the corners of other rings that lie on it, so that neighbours share exactly the same corners.
 * Whole coordinates; `tolerance` in their unit. Answers how many corners it put in.
 */
export function stitch(rings: Ring[], tolerance: number): number {
  const corners = [...new Map(rings.flat().map(point => [point.join(), point])).values()]
  const index = new Flatbush(corners.length)
  for (const [x, y] of corners)
    index.add(x, y, x, y)
  index.finish()
  const edges = new Set(rings.flatMap(ring => ring.map((point, i) => `${point}>${ring[(i + 1) % ring.length]}`)))
  let added = 0
  for (const ring of rings) {
    for (let i = ring.length - 1; i >= 0; i--) {
      const a = ring[i]
      const b = ring[(i + 1) % ring.length]
      if (!a || !b || edges.has(`${b}>${a}`))
        continue
      const near = index.search(Math.min(a[0], b[0]) - tolerance, Math.min(a[1], b[1]) - tolerance, Math.max(a[0], b[0]) + tolerance, Math.max(a[1], b[1]) + tolerance)
      const between = near.flatMap((id) => {
        const corner = corners[id]
        const along = corner && position(a, b, corner, tolerance)
        return corner && along ? [{ corner, along }] : []
      })
      between.sort((one, other) => one.along - other.along)
      ring.splice(i + 1, 0, ...between.map(({ corner }): Point => [corner[0], corner[1]]))
      added += between.length
    }
  }
  return added
}

/** Share of the way from a to b, if the corner lies on that edge and is neither of its ends. */
function position(a: Point, b: Point, corner: Point, tolerance: number): number | undefined {
  if ((corner[0] === a[0] && corner[1] === a[1]) || (corner[0] === b[0] && corner[1] === b[1]))
    return undefined
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = Math.hypot(dx, dy)
  const along = ((corner[0] - a[0]) * dx + (corner[1] - a[1]) * dy) / (length * length)
  const off = Math.abs((corner[0] - a[0]) * dy - (corner[1] - a[1]) * dx) / length
  return along > 0 && along < 1 && off <= tolerance ? along : undefined
}
