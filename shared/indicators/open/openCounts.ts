import type { State } from '../../state/State.ts'
import type { Level } from '../../words/level.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Severity } from '../../words/severity.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { openIncidents } from './openIncidents.ts'

/** A limit that ends within this is 将到限. */
const DUE_SOON_MS = 30 * 60_000

export interface OpenCounts {
  open: number
  /** Their limit has ended. */
  overdue: number
  /** Their limit ends within 30 minutes. */
  dueSoon: number
  byLevel: Record<Level, number>
  bySeverity: Record<Severity, number>
}

/**
 * 未结. Formula: matters whose stage is not an ended one, and of them those past their running limit or within 30 minutes of
 * it (parked ones have none). Window: this moment. Source: stream `incident`, the data set's limits and calendar.
 */
export function openCounts(state: State, region: RegionCode, now: number): OpenCounts {
  const figures: OpenCounts = {
    open: 0,
    overdue: 0,
    dueSoon: 0,
    byLevel: { grid: 0, community: 0, town: 0, banner: 0 },
    bySeverity: { I: 0, II: 0, III: 0, IV: 0 },
  }
  for (const incident of openIncidents(state, region)) {
    const left = dueAt(incident, state.limits) - now
    figures.open++
    figures.byLevel[incident.level]++
    figures.bySeverity[incident.severity]++
    if (left < 0)
      figures.overdue++
    else if (isDueSoon(left))
      figures.dueSoon++
  }
  return figures
}

/** Whether a limit that ends in `left` ms is 将到限. */
export function isDueSoon(left: number): boolean {
  return left >= 0 && left <= DUE_SOON_MS
}
