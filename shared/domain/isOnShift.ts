import type { Shift } from './district/staffFile.ts'
import { isoWeekday } from '../words/time/isoWeekday.ts'
import { minutesOfDay } from '../words/time/minutesOfDay.ts'

const DAY_MIN = 1440

/** Whether a roster has somebody on shift at `at` (epoch ms). A shift that runs past midnight belongs to the day it began. */
export function isOnShift(shifts: readonly Shift[], at: number, zoneMs: number): boolean {
  const minutes = Math.floor((at + zoneMs) / 60_000)
  const day = Math.floor(minutes / DAY_MIN)
  const minute = minutes - day * DAY_MIN
  return shifts.some(({ days, from, to }) => {
    const start = minutesOfDay(from)
    const end = minutesOfDay(to)
    if (start < end)
      return days.includes(isoWeekday(day)) && minute >= start && minute < end
    return (days.includes(isoWeekday(day)) && minute >= start) || (days.includes(isoWeekday(day - 1)) && minute < end)
  })
}
