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
  // Plain numbers: a crowded map looks at half a million pairs, most of them far apart.
  const xs = Float64Array.from(discs, ({ x, turn }) => x + 0.01 * Math.cos(turn))
  const ys = Float64Array.from(discs, ({ y, turn }) => y + 0.01 * Math.sin(turn))
  const radii = Float64Array.from(discs, ({ radius }) => radius)
  for (let round = 0, parted = true; parted && round < ROUNDS; round++) {
    parted = false
    for (let i = 0; i < discs.length; i++) {
      for (let j = i + 1; j < discs.length; j++) {
        const reach = radii[i]! + radii[j]!
        const dx = xs[j]! - xs[i]!
        const dy = ys[j]! - ys[i]!
        if (dx < reach && -dx < reach && dy < reach && -dy < reach)
          parted = part(xs, ys, radii, i, j) || parted
      }
    }
  }
  return discs.map((disc, i) => ({ ...disc, x: xs[i]!, y: ys[i]! }))
}

/** The smaller gives way more; false where there was nothing to part. */
function part(xs: Float64Array, ys: Float64Array, radii: Float64Array, i: number, j: number): boolean {
  const dx = xs[j]! - xs[i]!
  const dy = ys[j]! - ys[i]!
  const reach = radii[i]! + radii[j]!
  const distance = Math.hypot(dx, dy)
  const overlap = reach - distance
  if (overlap <= 0 || distance === 0)
    return false
  const share = radii[j]! / reach
  const x = dx / distance * overlap
  const y = dy / distance * overlap
  xs[i]! -= x * share
  ys[i]! -= y * share
  xs[j]! += x * (1 - share)
  ys[j]! += y * (1 - share)
  return true
}
