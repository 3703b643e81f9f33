import type { LimitTable } from '../../domain/LimitTable.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { Level } from '../../words/level.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Severity } from '../../words/severity.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { clocksOf } from '../../families/incident/reading/clocksOf.ts'
import { openIncidents } from './openIncidents.ts'

/** A limit that ends within this is 将到限. */
const DUE_SOON_MS = 30 * 60_000

export interface OpenCounts {
  open: number
  /** Their limit has ended. */
  overdue: number
  /** Not past it, and a clock of theirs (limit, sign-for, order) ends within 30 minutes. */
  dueSoon: number
  byLevel: Record<Level, number>
  bySeverity: Record<Severity, number>
}

/**
 * 未结. Formula: matters whose stage is not an ended one, and of them those past their running limit, or else within 30 minutes of
 * the end of a clock (parked ones have none). Window: this moment. Source: stream `incident`, the data set's limits and calendar.
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
    figures.open++
    figures.byLevel[incident.level]++
    figures.bySeverity[incident.severity]++
    if (isOverdue(incident, state.limits, now))
      figures.overdue++
    else if (isDueSoon(incident, state.limits, now))
      figures.dueSoon++
  }
  return figures
}

/** Whether an open matter is past its running limit. */
function isOverdue(incident: Incident, limits: LimitTable, now: number): boolean {
  return dueAt(incident, limits) < now
}

/** Whether an open matter is 将到限: not past its limit, and a clock of it ends soon (M7). */
export function isDueSoon(incident: Incident, limits: LimitTable, now: number): boolean {
  return !isOverdue(incident, limits, now) && clocksOf(incident, limits).some(({ dueAt }) => dueAt >= now && dueAt <= now + DUE_SOON_MS)
}
