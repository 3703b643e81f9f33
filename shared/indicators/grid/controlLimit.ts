/** Share of a normal distribution beyond one, two and three sigma on one side; three is Shewhart's control limit. */
export const SIGMA_TAILS = [0.1587, 0.0228, 0.00135] as const

/**
 * How often chance alone brings `count` or more beside `past`, 0–1, if both are Poisson of one rate. Given their sum n, the count is
 * binomial (n, share): exact for any n, so that a short past makes wide limits and not bold ones. Source: Przyborowski and
 * Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940).
 * @param share of the whole time, both together, in which `count` was counted; between 0 and 1
 */
export function tailOfCounts(count: number, past: number, share: number): number {
  const n = count + past
  // All terms are taken relative to that of `count`: no factorial, nothing that vanishes.
  let above = 1
  for (let i = count, term = 1; i < n && term > 1e-12 * above; i++) {
    term *= (n - i) / (i + 1) * share / (1 - share)
    above += term
  }
  let below = 0
  for (let i = count, term = 1; i > 0 && term > 1e-12 * below; i--) {
    term *= i / (n - i + 1) * (1 - share) / share
    below += term
  }
  return below === Infinity ? 0 : above === Infinity ? 1 : above / (above + below)
}

/** Greatest count that is still within three sigma of `past`, by {@link tailOfCounts}. */
export function upperLimit(past: number, share: number): number {
  let limit = 0
  while (tailOfCounts(limit + 1, past, share) >= SIGMA_TAILS[2])
    limit++
  return limit
}
