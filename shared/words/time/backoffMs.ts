/** One path that can loop (K2): its first wait, and the longest one. */
export interface Loop {
  firstMs: number
  mostMs: number
}

/**
 * How long to wait before round `round` (1 for the first) of a loop, in ms: doubles up to the bound, of which half is
 * by chance (0–1), so that many who wait for the same do not come back in one moment. Who waits alone waits the whole.
 */
export function backoffMs({ firstMs, mostMs }: Loop, round: number, chance = 1): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(round, 1) - 1, 30))
  return Math.round(whole / 2 + whole / 2 * chance)
}
