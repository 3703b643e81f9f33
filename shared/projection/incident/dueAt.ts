import type { LimitTable } from '../../domain/LimitTable.ts'
import type { Incident } from './Incident.ts'

/**
 * When the running limit of a matter ends (epoch ms): `intake` from its report until it is dispatched, `settle` from
 * dispatch at its level. Infinity while it is parked or where no limit is set.
 */
export function dueAt(incident: Incident, limits: LimitTable): number {
  if (incident.parkedAt > 0)
    return Infinity
  return limits.dueAt(incident.severity, incident.level, incident.clock, incident.clockAt, incident.extendedMs + incident.parkedMs)
}
