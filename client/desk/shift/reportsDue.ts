import type { ReportDue } from '../../../shared/families/incident/reading/reportDue.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { State } from '../../../shared/state/State.ts'
import { reportDue } from '../../../shared/families/incident/reading/reportDue.ts'

export interface DueReport extends ReportDue, Pick<Incident, 'id' | 'severity' | 'category' | 'subcategory' | 'title'> {
  /** Code of its grid. */
  grid: string
}

/** Upward reports that are to be sent next, ended matters' final ones among them, the one that is due first standing first. */
export function reportsDue(state: State): DueReport[] {
  const due: DueReport[] = []
  for (const incident of state.incident.incidents.values()) {
    const report = reportDue(incident, state.basis.rules)
    const { id, severity, category, subcategory, title, grid } = incident
    if (report)
      due.push({ ...report, id, severity, category, ...(subcategory && { subcategory }), ...(title !== undefined && { title }), grid: state.basis.grids[grid]! })
  }
  return due.sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}
