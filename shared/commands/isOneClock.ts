import type { Incident } from '../families/incident/Incident.ts'

/** Whether the running limits of two matters are of one kind, so that one start can stand for both. */
export function isOneClock(a: Incident, b: Incident): boolean {
  return a.clock === b.clock && a.level === b.level && a.severity === b.severity
}
