import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { shareSettledAt } from './settled.ts'

/**
 * 网格自处置率. Formula: matters closed at level `grid` / matters closed. Window: the running hour and the 23 before it,
 * against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 */
export function settledInGridShare(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return shareSettledAt(state, region, ['grid'], now)
}
