export interface Disc {
  x: number
  y: number
  radius: number
  /** Which way it leaves a place that it shares, radians: its own for good, so that who comes or goes moves its neighbours alone. */
  turn: number
}

const ROUNDS = 14

/** Moves discs that overlap until they touch, gently and always the same way. Pixels in, pixels out. */
export function pushApart<D extends Disc>(discs: readonly D[]): D[] {
  const moved = discs.map(disc => ({ ...disc, x: disc.x + 0.01 * Math.cos(disc.turn), y: disc.y + 0.01 * Math.sin(disc.turn) }))
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
