import type { Shift } from '../district/staffFile.ts'
import { minutesOfDay } from '../../words/time/minutesOfDay.ts'

const DAY_MINUTES = 1440
export const WEEK_MINUTES = 7 * DAY_MINUTES

/** Minutes of a local week, Monday 00:00 is 0: [from, to). One that runs past Sunday night ends beyond the week. */
export type WeekSpan = readonly [from: number, to: number]

/** Each beginning of a shift in a week; `to` not after `from` runs past midnight. */
export function weekOf({ days, from, to }: Shift): WeekSpan[] {
  const begins = minutesOfDay(from)
  const ends = minutesOfDay(to)
  return days.map((day) => {
    const midnight = (day - 1) * DAY_MINUTES
    return [midnight + begins, midnight + ends + (ends <= begins ? DAY_MINUTES : 0)]
  })
}
