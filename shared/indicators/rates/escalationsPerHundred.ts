import type { State } from '../../state/State.ts'
import type { Column } from '../../families/incident/HourCounters.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { LEVELS } from '../../words/level.ts'
import { inWindow } from './settled.ts'

const ESCALATED: readonly Column[] = LEVELS.map(level => `escalated.${level}` as const)

/**
 * 每百件升级数. Formula: 100 × escalations, to whatever level / matters reported; undefined if nothing was. Window: the running
 * hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is open and may still go up counts as not escalated.
 */
export function escalationsPerHundred(state: State, region: RegionCode, now: number): { now: number | undefined; before: number | undefined } {
  const of = (daysBack: number) => {
    const reported = inWindow(state, region, ['reported'], now, daysBack)
    return reported > 0 ? 100 * inWindow(state, region, ESCALATED, now, daysBack) / reported : undefined
  }
  return { now: of(0), before: of(1) }
}
