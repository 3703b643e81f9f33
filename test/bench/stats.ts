export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Nearest-rank quantile; NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** Runs of several variants, interleaved forth and back (ABBA), so that what drifts on the machine hits all alike. */
export function interleaved<T>(variants: readonly T[], rounds: number): T[] {
  return Array.from({ length: rounds }, (_, round) => round % 2 === 0 ? [...variants] : [...variants].reverse()).flat()
}
