import type { Incident } from '../Incident.ts'
import type { IncidentGround } from '../IncidentGround.ts'

/** Parked time counts in the limit's kind of time: nights and holidays of a working-time limit were never its own. */
export function unpark({ limits }: IncidentGround, incident: Incident, at: number): void {
  const { severity, level, clock, parkedAt, calledAt } = incident
  if (parkedAt > 0) {
    incident.parkedMs += limits.passed(severity, level, clock, parkedAt, at)
    incident.callParkedMs += calledAt > 0 ? limits.passed(severity, level, 'acknowledge', Math.max(parkedAt, calledAt), at) : 0
  }
  incident.parkedAt = 0
  delete incident.parkedFrom
  incident.parkedUntil = 0
  delete incident.parkedFor
  delete incident.parkedBy
}
