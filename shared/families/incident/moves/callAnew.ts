import type { Incident } from '../Incident.ts'

/** Somebody is called, and has his time for sign-for from `at`; 0: nobody is called. */
export function callAnew(incident: Incident, at: number): void {
  incident.dispatchedAt = at
  incident.calledAt = at
  incident.callParkedMs = 0
  incident.calls = 0
  incident.callWarnedAt = 0
  delete incident.calledTo
  delete incident.signed
}
