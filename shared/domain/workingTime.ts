import type { Calendar } from './district/calendarFile.ts'

const DAY_MS = 86_400_000

/**
 * The instant at which `ms` of working time have passed since `start` (epoch ms), by the district's calendar: working
 * days, minus holidays, plus make-up days 调休, within the working hours.
 */
export function addWorkingTime(start: number, ms: number, calendar: Calendar, zoneMs: number): number {
  let left = ms
  let day = Math.floor((start + zoneMs) / DAY_MS)
  // A calendar without any working day would never end; ten years of days are more than any limit.
  for (const last = day + 3660; day < last; day++) {
    if (!isWorkingDay(day, calendar))
      continue
    for (const { from, to } of calendar.workingHours) {
      const opens = Math.max(day * DAY_MS + minutes(from) * 60_000 - zoneMs, start)
      const closes = day * DAY_MS + minutes(to) * 60_000 - zoneMs
      if (closes <= opens)
        continue
      if (left <= closes - opens)
        return opens + left
      left -= closes - opens
    }
  }
  return start + ms
}

function isWorkingDay(day: number, calendar: Calendar): boolean {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (calendar.makeUpDays.includes(date))
    return true
  // 1970-01-01 was a Thursday, ISO day 4.
  return calendar.workingDays.includes((day + 3) % 7 + 1) && !calendar.holidays.includes(date)
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
