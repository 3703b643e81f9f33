import type { Stage } from '../../domain/stages.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
import type { Level } from '../../words/level.ts'
import type { Severity } from '../../words/severity.ts'
import type { Indicator } from '../Indicator.ts'
import { nextClock } from '../../families/incident/reading/clocksOf.ts'
import { SEVERITIES } from '../../words/severity.ts'
import { openIncidents } from './openIncidents.ts'

export interface LaneIncident {
  id: string
  /** Code of its grid. */
  grid: string
  category: Category
  subcategory?: Subcategory | undefined
  severity: Severity
  level: Level
  stage: Stage
  /** Until the clock ends that ends first (M7), ms; below 0 past it, Infinity while none runs. */
  left: number
  /** Share of that clock that is left: 1 at its start, 0 at its end, below 0 past it; undefined while none runs. */
  share: number | undefined
}

/**
 * 四级阶梯: every open matter by how near the clock is that ends first (limit, sign-for, order), gravest first, then those that end first. Formula: share left = (end − now) /
 * (end − start of the running clock), extensions and parked time included; nights and holidays pass as they do on a clock, so
 * that a mark moves evenly. Window: this moment. Source: stream `incident`, the data set's limits and calendar. What is parked
 * or has no limit has no share.
 */
export const laneIncidents: Indicator<'laneIncidents', LaneIncident[]> = {
  id: 'laneIncidents',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure(state, region, now) {
    const matters: LaneIncident[] = []
    for (const incident of openIncidents(state, region)) {
      const { id, grid, category, subcategory, severity, level, stage } = incident
      const next = nextClock(incident, state.limits)
      const due = next?.dueAt ?? Infinity
      const share = next && Math.min(1, (due - now) / Math.max(1, due - next.startedAt))
      matters.push({ id, grid: state.basis.grids[grid]!, category, subcategory, severity, level, stage, left: due - now, share })
    }
    return matters.sort(compareLaneIncidents)
  },
  figures: matters => [{ word: 'count', value: matters.length }],
  list: { kind: 'incidents', filter: { of: 'open' } },
}

/** Gravest first, then what ends first. */
function compareLaneIncidents(a: LaneIncident, b: LaneIncident): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
    || (a.left === b.left ? 0 : a.left - b.left)
    || (a.id < b.id ? -1 : 1)
}
