import type { LimitTable } from '../../domain/LimitTable.ts'
import type { Incident } from './Incident.ts'

type Asked = Pick<Incident, 'severity' | 'level' | 'clock' | 'clockAt'> & { limits: LimitTable; extraMs: number }

/** Every open matter is asked several times a second, and its limit seldom moves: working time is walked when it does. */
const answers = new WeakMap<Incident, { asked: Asked; at: number }>()

/**
 * When the running limit of a matter ends (epoch ms): `intake` from its report until it is dispatched, `settle` from
 * dispatch at its level. Infinity while it is parked or where no limit is set.
 */
export function dueAt(incident: Incident, limits: LimitTable): number {
  if (incident.parkedAt > 0)
    return Infinity
  const { severity, level, clock, clockAt } = incident
  const extraMs = incident.extendedMs + incident.parkedMs
  const last = answers.get(incident)
  if (last && isSame(last.asked, incident, limits, extraMs))
    return last.at
  const at = limits.dueAt(severity, level, clock, clockAt, extraMs)
  answers.set(incident, { asked: { limits, severity, level, clock, clockAt, extraMs }, at })
  return at
}

function isSame(asked: Asked, { severity, level, clock, clockAt }: Incident, limits: LimitTable, extraMs: number): boolean {
  return asked.clockAt === clockAt && asked.extraMs === extraMs && asked.level === level && asked.clock === clock && asked.severity === severity && asked.limits === limits
}
