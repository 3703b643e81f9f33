import type { State } from '../../state/State.ts'
import type { Column } from '../../families/incident/HourCounters.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { hourOf } from '../../words/time/hour.ts'
import { LEVELS } from '../../words/level.ts'

/** Hours of the window of all shares: the running hour and the 23 before it. */
const SETTLED_WINDOW_HOURS = 24

/** Sum of columns over the window that ends with the hour of `now`, or `daysBack` days before it. */
export function inWindow({ incident, basis }: State, region: RegionCode, columns: readonly Column[], now: number, daysBack = 0): number {
  const last = hourOf(now, basis.zoneMs) - daysBack * SETTLED_WINDOW_HOURS
  return columns.reduce((sum, column) => sum + incident.hours.sum(region, column, last - SETTLED_WINDOW_HOURS + 1, last), 0)
}

/** Whether a moment lies in that window. All times are epoch ms. */
export function isInWindow(at: number, now: number, zoneMs: number): boolean {
  const back = hourOf(now, zoneMs) - hourOf(at, zoneMs)
  return back >= 0 && back < SETTLED_WINDOW_HOURS
}

/** Closed at any level. */
export const CLOSED: readonly Column[] = LEVELS.map(level => `closed.${level}` as const)
