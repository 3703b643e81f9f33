import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rateOf } from './rateOf.ts'
import { CLOSED } from './settled.ts'

/**
 * 重开率. Formula: matters reopened / matters closed. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * Open matters do not count.
 */
export function reopenRate(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  return rateOf(state, region, ['reopened'], CLOSED, now)
}
