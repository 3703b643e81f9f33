import type { State } from '../../state/State.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import { householdsOf } from '../cover/householdsOf.ts'
import { NO_DATA } from './noData.ts'
import { inWindow } from '../rates/settled.ts'

export interface ReportRate {
  reported: number
  households: number
  /** Reports per 1,000 households; undefined where no household is known. */
  rate: number | undefined
  class: number
}

/** Upper ends of classes 1–3; class 0 is none at all. In a grid of 500 households one report is 2. */
const RATE_CLASSES = [2, 4, 8] as const

/**
 * 每千户新发 by index of grid. Formula: matters reported / households × 1,000. A rate of few households swings: both parts are
 * shown beside it. Window: the running hour and the 23 before it. Source: stream `incident`, counters by hour; households
 * as last counted, else of the data set.
 */
export function reportRate(state: State, now: number, facts: DistrictFacts): ReportRate[] {
  const households = householdsOf(state, facts)
  return state.basis.grids.map((code, grid) => {
    const reported = inWindow(state, code, ['reported'], now)
    const of = households[grid]!
    const rate = of > 0 ? reported / of * 1000 : undefined
    return { reported, households: of, rate, class: classOf(rate) }
  })
}

function classOf(rate: number | undefined): number {
  if (rate === undefined)
    return NO_DATA
  return rate === 0 ? 0 : 1 + RATE_CLASSES.filter(end => rate > end).length
}
