const KEPT = 4096
const WINDOW_MS = 300_000

/** Latencies of the last five minutes, at most 4,096 of them. */
export class LatencyRing {
  private readonly ms = new Float64Array(KEPT)
  private readonly at = new Float64Array(KEPT)
  private next = 0
  private size = 0

  /** @param at epoch ms */
  add(ms: number, at: number): void {
    this.ms[this.next] = ms
    this.at[this.next] = at
    this.next = (this.next + 1) % KEPT
    this.size = Math.min(this.size + 1, KEPT)
  }

  /** Median and 99th percentile of what was painted within the window before `now`; undefined if nothing was. */
  percentiles(now: number): { p50: number; p99: number } | undefined {
    const within = this.ms.subarray(0, this.size).filter((_, i) => this.at[i]! > now - WINDOW_MS).sort()
    const rank = (share: number) => within[Math.min(within.length - 1, Math.floor(within.length * share))]
    const p50 = rank(0.5)
    const p99 = rank(0.99)
    return p50 === undefined || p99 === undefined ? undefined : { p50, p99 }
  }
}
