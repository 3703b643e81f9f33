import type { Incident } from '../Incident.ts'
import type { IncidentData } from '../IncidentEvent.ts'
import type { IncidentGround } from '../IncidentGround.ts'
import { SEVERITIES } from '../../../words/severity.ts'
import { restart } from './restart.ts'

/** A graver matter gets the limit of its new severity whole; otherwise the new one runs from where the old one began. */
export function reclassify({ limits }: IncidentGround, incident: Incident, { category, subcategory, severity }: IncidentData<'incident.reclassified'>, at: number): void {
  if (category !== undefined && category !== incident.category) {
    incident.category = category
    delete incident.subcategory
  }
  if (subcategory !== undefined)
    incident.subcategory = subcategory
  if (severity === undefined || severity === incident.severity)
    return
  const before = incident.severity
  const graver = SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(before)
  incident.severity = severity
  incident.severityAt = at
  incident.warnedAt = 0
  incident.callWarnedAt = 0
  const { parkedAt, level, clock, clockAt, calledAt } = incident
  incident.callParkedMs = limits.converted(incident.callParkedMs, calledAt, before, severity, level, 'acknowledge')
  if (!graver) {
    incident.extendedMs = limits.converted(incident.extendedMs, clockAt, before, severity, level, clock)
    incident.parkedMs = limits.converted(incident.parkedMs, clockAt, before, severity, level, clock)
    return
  }
  restart(incident, incident.clock, at)
  incident.parkedAt = parkedAt > 0 ? at : 0
}
