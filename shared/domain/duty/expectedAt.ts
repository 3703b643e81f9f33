import type { EpochMs } from '../../words/time/time.ts'
import type { WeekSpan } from './weekOf.ts'
import { mondayOf } from './mondayOf.ts'
import { WEEK_MINUTES } from './weekOf.ts'

export interface Expected {
  isExpected: boolean
  /** Since when it is so and when it changes, epoch ms; ∓Infinity for ever. */
  since: EpochMs
  until: EpochMs
}

/** Whether somebody should be in a grid at a moment, by its week. */
export function expectedAt(week: readonly WeekSpan[], at: EpochMs, zoneMs: number): Expected {
  const whole = week.some(([from, to]) => to - from >= WEEK_MINUTES)
  if (whole || week.length === 0)
    return { isExpected: whole, since: -Infinity, until: Infinity }
  const monday = mondayOf(at, zoneMs)
  const minute = (at - monday) / 60_000
  let since = -Infinity
  let until = Infinity
  for (const lap of [-WEEK_MINUTES, 0, WEEK_MINUTES]) {
    for (const [from, to] of week) {
      if (from + lap <= minute && minute < to + lap)
        return { isExpected: true, since: monday + (from + lap) * 60_000, until: monday + (to + lap) * 60_000 }
      if (to + lap <= minute)
        since = Math.max(since, to + lap)
      else
        until = Math.min(until, from + lap)
    }
  }
  return { isExpected: false, since: monday + since * 60_000, until: monday + until * 60_000 }
}
