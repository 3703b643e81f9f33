import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rateOf } from './rateOf.ts'

/**
 * 重复率. Formula: matters merged into another one / matters reported. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is open and not merged counts as no duplicate.
 */
export function duplicateRate(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return rateOf(state, region, ['merged'], ['reported'], now)
}
