import type { Shift } from '../district/staffFile.ts'
import type { EpochMs } from '../../words/time.ts'
import { isOnShift } from '../isOnShift.ts'

const DAY_MS = 86_400_000
const WEEK = 7

/** The first instant from `at` on at which a roster has somebody on shift: `at` itself, or the next beginning of a shift; Infinity if there is none. */
export function nextOnShift(shifts: readonly Shift[], at: EpochMs, zoneMs: number): EpochMs {
  if (isOnShift(shifts, at, zoneMs))
    return at
  let next = Infinity
  const today = Math.floor((at + zoneMs) / DAY_MS)
  for (const { days, from } of shifts) {
    const minutes = Number(from.slice(0, 2)) * 60 + Number(from.slice(3, 5))
    for (let day = today; day <= today + WEEK; day++) {
      const begins = day * DAY_MS + minutes * 60_000 - zoneMs
      // 1970-01-01 was a Thursday, ISO day 4.
      if (begins > at && days.includes((day + 3) % 7 + 1))
        next = Math.min(next, begins)
    }
  }
  return next
}
