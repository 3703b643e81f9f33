import type { Shift } from './district/staffFile.ts'

const DAY_MIN = 1440

/** Whether a roster has somebody on shift at `at` (epoch ms). A shift that runs past midnight belongs to the day it began. */
export function isOnShift(shifts: readonly Shift[], at: number, zoneMs: number): boolean {
  const minutes = Math.floor((at + zoneMs) / 60_000)
  const day = Math.floor(minutes / DAY_MIN)
  const minute = minutes - day * DAY_MIN
  return shifts.some(({ days, from, to }) => {
    const start = clock(from)
    const end = clock(to)
    if (start < end)
      return days.includes(isoDay(day)) && minute >= start && minute < end
    return (days.includes(isoDay(day)) && minute >= start) || (days.includes(isoDay(day - 1)) && minute < end)
  })
}

// 1970-01-01 was a Thursday, ISO day 4.
function isoDay(day: number): number {
  return (day + 3) % 7 + 1
}

function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
}
