import type { EpochMs } from '../../words/time/time.ts'
import type { WeekSpan } from './weekOf.ts'
import { mondayOf } from './mondayOf.ts'
import { WEEK_MINUTES } from './weekOf.ts'

const WEEK_MS = WEEK_MINUTES * 60_000

/** How much of a stretch of time somebody should have been in a grid; all of it where no shift is known. */
export function expectedMs(week: readonly WeekSpan[], from: EpochMs, to: EpochMs, zoneMs: number): number {
  if (week.length === 0)
    return to - from
  const weeks = Math.max(0, Math.floor((to - from) / WEEK_MS))
  let ms = weeks * within(week, -Infinity, Infinity)
  const start = from + weeks * WEEK_MS
  for (let monday = mondayOf(start, zoneMs) - WEEK_MS; monday < to; monday += WEEK_MS)
    ms += within(week, start - monday, to - monday)
  return ms
}

function within(week: readonly WeekSpan[], from: number, to: number): number {
  return week.reduce((sum, [begins, ends]) => sum + Math.max(0, Math.min(ends * 60_000, to) - Math.max(begins * 60_000, from)), 0)
}
