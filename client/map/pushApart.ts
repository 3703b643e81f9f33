export interface Disc { x: number; y: number; radius: number }

const ROUNDS = 14

/** Moves discs that overlap until they touch, gently and always the same way. Pixels in, pixels out. */
export function pushApart<D extends Disc>(discs: readonly D[]): D[] {
  // Points in one place part along a golden spiral, so that they do not all run in one direction.
  const moved = discs.map((disc, index) => ({ ...disc, x: disc.x + 0.01 * Math.cos(index * 2.4), y: disc.y + 0.01 * Math.sin(index * 2.4) }))
  for (let round = 0, parted = true; parted && round < ROUNDS; round++) {
    parted = false
    for (let i = 0; i < moved.length; i++) {
      for (let j = i + 1; j < moved.length; j++)
        parted = part(moved[i]!, moved[j]!) || parted
    }
  }
  return moved
}

/** The smaller gives way more; false where there was nothing to part. */
function part(a: Disc, b: Disc): boolean {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const reach = a.radius + b.radius
  // Most pairs are far apart, and a root for each is most of the cost of a crowded map.
  if (Math.abs(dx) >= reach || Math.abs(dy) >= reach)
    return false
  const distance = Math.hypot(dx, dy)
  const overlap = reach - distance
  if (overlap <= 0 || distance === 0)
    return false
  const share = b.radius / reach
  const x = dx / distance * overlap
  const y = dy / distance * overlap
  a.x -= x * share
  a.y -= y * share
  b.x += x * (1 - share)
  b.y += y * (1 - share)
  return true
}
