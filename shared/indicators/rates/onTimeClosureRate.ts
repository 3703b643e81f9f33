import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { shareOf } from './Share.ts'
import { CLOSED, inWindow } from './settled.ts'

/**
 * 按期办结率. Formula: matters closed before their limit ended, none having passed at a lower level / matters closed. Window: the running hour and the 23
 * before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 */
export function onTimeClosureRate(state: State, region: RegionCode, now: number): ShareAgainstBefore {
  const of = (daysBack: number) => shareOf(
    inWindow(state, region, ['closedOnTime'], now, daysBack),
    inWindow(state, region, CLOSED, now, daysBack),
  )
  return { now: of(0), before: of(1) }
}
