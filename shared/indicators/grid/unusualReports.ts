import type { State } from '../../state/State.ts'
import { NO_DATA } from './noData.ts'
import { SIGMA_TAILS, tailOfCounts, upperLimit } from './controlLimit.ts'
import { todayOf } from '../rates/today.ts'

export interface UnusualReports {
  /** Matters reported in the window. */
  reported: number
  /** And in the same hours of the days before, all together. */
  past: number
  /** How many days before are held: 0 (then there is nothing to compare with), 1 or 2. */
  days: number
  /** More than this is out of the grid's own control limit; undefined without a past. */
  limit: number | undefined
  class: number
}

/** Hours of the window: the running one and those before it. */
const WINDOW_HOURS = 6

/** Whole days before that the counters still hold of such a window. */
const DAYS_HELD = 2

/**
 * 与自身常态比 by index of grid: whether more was reported than is usual for this grid at this time of day. Formula: how often
 * chance alone would bring as many ({@link tailOfCounts}), in steps of one, two and three sigma (classes 1, 2, 4); the limit is that of
 * three. Of 147 grids that are as ever, one stands beyond it by chance in about one look of five. Window: the running hour and the
 * five before it, against the same hours of the two days before. Source: stream `incident`, counters by hour.
 */
export function unusualReports(state: State, now: number): UnusualReports[] {
  const { first, running, passed } = todayOf(now, state.basis.zoneMs)
  const last = first + running
  const oldest = state.incident.hours.oldest(state.basis.region) ?? Infinity
  const from = (daysBack: number) => last - 24 * daysBack - WINDOW_HOURS + 1
  const days = Array.from({ length: DAYS_HELD }, (_, place) => place + 1).filter(daysBack => oldest <= from(daysBack)).length
  // The running hour has not passed whole.
  const exposure = WINDOW_HOURS - 1 + passed
  const share = exposure / (exposure + days * WINDOW_HOURS)
  return state.basis.grids.map((code) => {
    const count = (daysBack: number) => state.incident.hours.sum(code, 'reported', from(daysBack), last - 24 * daysBack)
    const reported = count(0)
    if (days === 0)
      return { reported, past: 0, days, limit: undefined, class: NO_DATA }
    let past = 0
    for (let daysBack = 1; daysBack <= days; daysBack++)
      past += count(daysBack)
    const tail = tailOfCounts(reported, past, share)
    const [one, two, three] = SIGMA_TAILS
    return { reported, past, days, limit: upperLimit(past, share), class: tail < three ? 4 : tail < two ? 2 : tail < one ? 1 : 0 }
  })
}
