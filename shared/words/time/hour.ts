export const HOUR_MS = 3_600_000

/** Local hours since 1970-01-01T00:00 in a zone: the bucket of a counter. `zoneMs` is the zone's offset from UTC in ms. */
export function hourOf(ms: number, zoneMs: number): number {
  return Math.floor((ms + zoneMs) / HOUR_MS)
}

/** First millisecond (UTC epoch) of a local hour. */
export function hourStart(hour: number, zoneMs: number): number {
  return hour * HOUR_MS - zoneMs
}
