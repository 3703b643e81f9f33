import type { EpochMs } from '../../../shared/words/time/time.ts'

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** Local days since 1970-01-01 in a zone whose offset from UTC is `zoneMs`. */
export function dayOf(at: EpochMs, zoneMs: number): number {
  return Math.floor((at + zoneMs) / DAY)
}

/** First millisecond of a local day. */
export function dayStart(day: number, zoneMs: number): EpochMs {
  return day * DAY - zoneMs
}

/** Hours since local midnight, with fraction: 8.5 is half past eight. */
export function hourOfDay(at: EpochMs, zoneMs: number): number {
  return ((at + zoneMs) % DAY) / HOUR
}

/** Date of a local day: `2026-11-24`. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
