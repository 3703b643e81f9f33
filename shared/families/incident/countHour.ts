import type { IncidentGround } from './IncidentGround.ts'
import type { Column } from './HourCounters.ts'
import { hourOf } from '../../words/hour.ts'

export const HOUR_ROW = 2

/** Counts one in the local hour of `at` (epoch ms). False if that hour has left already. */
export function countHour(state: IncidentGround, grid: number, at: number, column: Column): boolean {
  const hour = hourOf(at, state.basis.zoneMs)
  const position = state.incident.hours.columnOf(column)
  const counted = state.incident.hours.count(grid, hour, position)
  if (counted)
    state.digest.put(grid, 1, HOUR_ROW, [hour, position])
  return counted
}
