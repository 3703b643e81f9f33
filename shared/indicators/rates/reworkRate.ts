import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rateOf } from './rateOf.ts'

/**
 * 返工率. Formula: checks that failed / feedbacks. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What waits for its check counts as not failed.
 */
export function reworkRate(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return rateOf(state, region, ['rework'], ['feedback'], now)
}
