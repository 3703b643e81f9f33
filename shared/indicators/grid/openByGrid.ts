import type { State } from '../../state/State.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { SEVERITIES } from '../../words/severity.ts'
import { openIncidents } from '../open/openIncidents.ts'

/** By index of grid. */
export interface OpenByGrid {
  open: Uint16Array
  overdue: Uint16Array
  /** Gravest open matter: 0 none, 1 severity I … 4 severity IV. */
  gravest: Uint8Array
}

/**
 * Open matters of each grid. Formula: count, count past the running limit, gravest severity. Window: this moment.
 * Source: stream `incident`.
 */
export function openByGrid(state: State, now: number): OpenByGrid {
  const size = state.basis.grids.length
  const figures = { open: new Uint16Array(size), overdue: new Uint16Array(size), gravest: new Uint8Array(size) }
  for (const incident of openIncidents(state, state.basis.code)) {
    const { grid } = incident
    const rank = SEVERITIES.indexOf(incident.severity) + 1
    figures.open[grid]!++
    if (dueAt(incident, state.limits) < now)
      figures.overdue[grid]!++
    if (figures.gravest[grid] === 0 || rank < figures.gravest[grid]!)
      figures.gravest[grid] = rank
  }
  return figures
}
