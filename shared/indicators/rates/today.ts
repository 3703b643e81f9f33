import { HOUR_MS, hourOf } from '../../words/time/hour.ts'

/** Where a moment stands in its local day. */
export interface Today {
  /** Hour counter of local midnight. */
  first: number
  /** Running hour, 0–23. */
  running: number
  /** Share of the running hour that has passed, 0–1. */
  passed: number
}

export function todayOf(now: number, zoneMs: number): Today {
  const hour = hourOf(now, zoneMs)
  const running = ((hour % 24) + 24) % 24
  return { first: hour - running, running, passed: (now + zoneMs - hour * HOUR_MS) / HOUR_MS }
}
