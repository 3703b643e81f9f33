import type { State } from '../../state/State.ts'
import type { Column } from '../../families/incident/HourCounters.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { inWindow } from './settled.ts'
import { shareOf } from './Share.ts'

/** How many of `part` for so many of `whole`, in the window of all shares and in the one before it. Both count what happened in the window: the two need not be the same matters. */
export function rateOf(state: State, region: RegionCode, part: readonly Column[], whole: readonly Column[], now: number): ShareAgainstBefore {
  const of = (daysBack: number) => shareOf(inWindow(state, region, part, now, daysBack), inWindow(state, region, whole, now, daysBack))
  return { now: of(0), before: of(1) }
}
