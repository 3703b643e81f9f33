import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rateOf } from './rateOf.ts'

/**
 * 退单率. Formula: returns / dispatches; a matter that is returned twice counts twice. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is dispatched and may still be returned counts as not returned.
 */
export function returnRate(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return rateOf(state, region, ['returned'], ['dispatched'], now)
}
