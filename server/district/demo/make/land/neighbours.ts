import { distance, microToKm } from './plane.ts'
import type { Ring } from './plane.ts'

/** For each ring: the rings that share edges with it, with the shared length in km. */
export function neighbours(rings: Ring[]): Map<number, number>[] {
  const owner = new Map<string, number>()
  rings.forEach((ring, id) => ring.forEach((from, i) => owner.set(`${from}>${ring[(i + 1) % ring.length]}`, id)))
  return rings.map((ring) => {
    const shared = new Map<number, number>()
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? from
      const other = owner.get(`${to}>${from}`)
      if (other !== undefined)
        shared.set(other, (shared.get(other) ?? 0) + distance(microToKm(from), microToKm(to)))
    })
    return shared
  })
}
