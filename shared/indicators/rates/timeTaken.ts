import type { State } from '../../state/State.ts'
import type { Timed } from '../../families/incident/DayCounters.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { DAYS_KEPT } from '../../families/incident/DayCounters.ts'
import { BUCKET_ENDS } from '../../kernel/counters/buckets.ts'
import { hourOf } from '../../words/time/hour.ts'

export interface TimeTaken {
  count: number
  /** Minutes; undefined where nothing has ended. */
  mean: number | undefined
  /** Minutes, within their bucket by proportion; in the open last bucket its lower end, so “at least”. */
  median: number | undefined
  p90: number | undefined
}

/**
 * 平均用时, 中位与九成用时, of a stage (`intake`, `sign`, `work`, `check`) or a level. Formula: mean, median and 90th percentile of how long it
 * took, for what ended in the window; the percentiles from eight buckets (5, 15 min, 1, 4, 12 h, 1, 3 days, more). Window: the
 * running local day and the two before it. Source: stream `incident`, counters by day. What is still under way does not count,
 * so that a stage that is stuck looks short here: read it beside what is overdue now.
 */
export function timeTaken({ incident: { days }, basis }: State, region: RegionCode, timed: Timed, now: number): TimeTaken {
  const last = Math.floor(hourOf(now, basis.zoneMs) / 24)
  const sum = (column: Parameters<typeof days.sum>[1]) => days.sum(region, column, last - DAYS_KEPT + 1, last)
  const buckets = ([0, 1, 2, 3, 4, 5, 6, 7] as const).map(bucket => sum(`${timed}.${bucket}`))
  const count = buckets.reduce((all, each) => all + each, 0)
  const at = (share: number) => count > 0 ? percentile(buckets, count * share) : undefined
  return { count, mean: count > 0 ? sum(`${timed}.minutes`) / count : undefined, median: at(0.5), p90: at(0.9) }
}

function percentile(buckets: readonly number[], rank: number): number {
  let before = 0
  for (const [bucket, count] of buckets.entries()) {
    const from = bucket === 0 ? 0 : BUCKET_ENDS[bucket - 1]!
    const to = BUCKET_ENDS[bucket]
    if (before + count >= rank && count > 0)
      return to === undefined ? from : from + (to - from) * (rank - before) / count
    before += count
  }
  return BUCKET_ENDS[BUCKET_ENDS.length - 1]!
}
