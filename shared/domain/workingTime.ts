import type { Calendar } from './district/calendarFile.ts'
import { isoWeekday } from '../words/time/isoWeekday.ts'
import { minutesOfDay } from '../words/time/minutesOfDay.ts'

const DAY_MS = 86_400_000

/**
 * The instant at which `ms` of working time have passed since `start` (epoch ms), by the district's calendar: working
 * days, minus holidays, plus make-up days 调休, within the working hours.
 */
export function addWorkingTime(start: number, ms: number, calendar: Calendar, zoneMs: number): number {
  let left = ms
  for (const { opens, closes } of shiftsFrom(start, calendar, zoneMs)) {
    if (left <= closes - opens)
      return opens + left
    left -= closes - opens
  }
  return start + ms
}

/** How much working time, in ms, lies between two instants (epoch ms), by the district's calendar. */
export function workingTimeBetween(from: number, to: number, calendar: Calendar, zoneMs: number): number {
  let sum = 0
  for (const { opens, closes } of shiftsFrom(from, calendar, zoneMs)) {
    if (opens >= to)
      return sum
    sum += Math.min(closes, to) - opens
  }
  return sum
}

/** Working time in whole stretches, from `start` on, in order. */
function* shiftsFrom(start: number, calendar: Calendar, zoneMs: number): Generator<{ opens: number; closes: number }> {
  const first = Math.floor((start + zoneMs) / DAY_MS)
  // A calendar without any working day would never end; ten years of days are more than any limit.
  for (let day = first; day < first + 3660; day++) {
    if (!isWorkingDay(day, calendar))
      continue
    for (const { from, to } of calendar.workingHours) {
      const opens = Math.max(day * DAY_MS + minutesOfDay(from) * 60_000 - zoneMs, start)
      const closes = day * DAY_MS + minutesOfDay(to) * 60_000 - zoneMs
      if (closes > opens)
        yield { opens, closes }
    }
  }
}

/** Length of a working day, ms, and how many a week has. */
export function workingDays({ workingHours, workingDays }: Pick<Calendar, 'workingHours' | 'workingDays'>): { dayMs: number; weekDays: number } {
  return { dayMs: workingHours.reduce((sum, { from, to }) => sum + (minutesOfDay(to) - minutesOfDay(from)) * 60_000, 0), weekDays: workingDays.length }
}

/** Each limit of each matter asks for the same few days, and a date as text is dear. */
const workingDaysOf = new WeakMap<Calendar, Map<number, boolean>>()

function isWorkingDay(day: number, calendar: Calendar): boolean {
  let known = workingDaysOf.get(calendar)
  if (!known)
    workingDaysOf.set(calendar, known = new Map())
  let works = known.get(day)
  if (works === undefined)
    known.set(day, works = worksOn(day, calendar))
  return works
}

function worksOn(day: number, calendar: Calendar): boolean {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (calendar.makeUpDays.includes(date))
    return true
  return calendar.workingDays.includes(isoWeekday(day)) && !calendar.holidays.includes(date)
}
