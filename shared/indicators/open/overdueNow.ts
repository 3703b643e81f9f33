import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Share } from '../rates/Share.ts'
import { openMatters } from './openMatters.ts'
import { shareOf } from '../rates/Share.ts'

/**
 * 当前超期. Formula: open matters past their running limit / open matters. Window: this moment. Source: stream `incident`, the
 * data set's limits and calendar. What is open and not yet due counts in the whole; what is parked has no limit and is not overdue.
 */
export function overdueNow(state: State, region: RegionCode, now: number): Share {
  const { open, overdue } = openMatters(state, region, now)
  return shareOf(overdue, open)
}
