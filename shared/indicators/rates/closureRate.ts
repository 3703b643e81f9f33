import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rateOf } from './rateOf.ts'
import { CLOSED } from './settled.ts'

/**
 * 办结率. Formula: matters closed / matters reported. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is open counts as not closed, whether its limit has ended or not.
 */
export function closureRate(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return rateOf(state, region, CLOSED, ['reported'], now)
}
