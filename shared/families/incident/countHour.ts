import type { IncidentGround } from './IncidentGround.ts'
import type { Column } from './HourCounters.ts'
import { ENTITY } from '../../kernel/entity.ts'
import { hourOf } from '../../words/time/hour.ts'

/** Counts one in the local hour of `at` (epoch ms). False if that hour has left already. */
export function countHour(state: IncidentGround, grid: number, at: number, column: Column): boolean {
  const hour = hourOf(at, state.basis.zoneMs)
  const position = state.incident.hours.columnOf(column)
  const counted = state.incident.hours.count(grid, hour, position)
  if (counted)
    state.digest.put(grid, 1, ENTITY.hourRow, [hour, position])
  return counted
}
