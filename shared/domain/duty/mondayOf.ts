import type { EpochMs } from '../../words/time/time.ts'
import { isoWeekday } from '../../words/time/isoWeekday.ts'

const DAY_MS = 86_400_000

/** The last Monday 00:00 of the district's clock. */
export function mondayOf(at: EpochMs, zoneMs: number): EpochMs {
  const day = Math.floor((at + zoneMs) / DAY_MS)
  return (day - isoWeekday(day) + 1) * DAY_MS - zoneMs
}
