import type { Point, Ring } from './plane.ts'

/**
 * Draws every border corner towards the corners beside it, the same for all rings that share it, so that borders made
 * of cells read as land. `frozen` corners stay. Changes the rings in place.
 */
export function smooth(rings: Ring[], frozen: ReadonlySet<string>, rounds: number): void {
  const place = new Map<string, Point>()
  const beside = new Map<string, Set<string>>()
  const keys = rings.map(ring => ring.map(point => point.join()))
  rings.forEach((ring, r) => ring.forEach((point, i) => {
    const key = point.join()
    const next = keys[r]?.[(i + 1) % ring.length] ?? key
    place.set(key, point)
    beside.set(key, (beside.get(key) ?? new Set()).add(next))
    beside.set(next, (beside.get(next) ?? new Set()).add(key))
  }))
  for (let round = 0; round < rounds; round++) {
    const before = new Map(place)
    for (const [key, others] of beside) {
      const here = before.get(key)
      if (!here || frozen.has(key))
        continue
      const near = [...others].map(other => before.get(other) ?? here)
      place.set(key, [0, 1].map((axis) => {
        const middle = near.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / near.length
        return Math.round((here[axis] ?? 0) * 0.5 + middle * 0.5)
      }) as Point)
    }
  }
  rings.forEach((ring, r) => ring.splice(0, ring.length, ...(keys[r] ?? []).map((key): Point => [...place.get(key) ?? [0, 0]] as Point)))
}
