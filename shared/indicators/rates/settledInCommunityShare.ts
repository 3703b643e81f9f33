import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { shareSettledAt } from './settled.ts'

/**
 * 社区化解率. Formula: matters closed at level `grid` or `community` / matters closed. Window: the running hour and the 23
 * before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 */
export function settledInCommunityShare(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return shareSettledAt(state, region, ['grid', 'community'], now)
}
