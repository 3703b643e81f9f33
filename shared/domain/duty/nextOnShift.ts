import type { Shift } from '../district/staffFile.ts'
import type { EpochMs } from '../../words/time/time.ts'
import { isoWeekday } from '../../words/time/isoWeekday.ts'
import { minutesOfDay } from '../../words/time/minutesOfDay.ts'
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
    const minutes = minutesOfDay(from)
    for (let day = today; day <= today + WEEK; day++) {
      const begins = day * DAY_MS + minutes * 60_000 - zoneMs
      if (begins > at && days.includes(isoWeekday(day)))
        next = Math.min(next, begins)
    }
  }
  return next
}
