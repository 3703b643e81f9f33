import type { LimitClock } from '../../../domain/district/limitsFile.ts'
import type { Holiday } from '../../../domain/holidaysBetween.ts'
import type { Level } from '../../../words/level.ts'
import type { Severity } from '../../../words/severity.ts'
import type { EpochMs } from '../../../words/time/time.ts'
import type { IncidentGround } from '../IncidentGround.ts'
import type { Incident } from '../Incident.ts'
import { holidaysBetween } from '../../../domain/holidaysBetween.ts'
import { workingDays } from '../../../domain/workingTime.ts'
import { callStartedAt } from '../answerDueAt.ts'

/** A limit as data for words, such as “3 working days, 2 h parked, due Thu 11:00”. Lengths in ms of the limit's kind of time, moments in epoch ms. */
export interface ExplainedLimit {
  clock: LimitClock
  severity: Severity
  level: Level
  limitMs: number
  time: 'working' | 'calendar'
  /** Length of a working day by the calendar, so that working time can be told in days; absent for calendar time. */
  workingDayMs?: number
  /** Holidays between its start and its end on which working time stands still; absent where there are none. */
  holidays?: { holiday: Holiday; days: number }[]
  startedAt: EpochMs
  extendedMs: number
  /** Parked before; while it is parked it stands still since `parkedSince`, and there is no `dueAt`. */
  parkedMs: number
  parkedSince?: EpochMs
  warnAt?: EpochMs
  dueAt?: EpochMs
}

/** Why the running limit of a matter ends when it does (M1); undefined where the district has set none. `acknowledge` is the limit for sign-for, while somebody is called. */
export function explainLimit({ limits, basis }: IncidentGround, incident: Incident, clock: LimitClock = incident.clock): ExplainedLimit | undefined {
  const { severity, level, parkedAt } = incident
  const limit = limits.limitOf(severity, level, clock)
  const startedAt = clock === 'acknowledge' ? callStartedAt(incident) : incident.clockAt
  if (!limit || startedAt === 0)
    return undefined
  // The limit for sign-for is not extended: whoever is called signs or does not.
  const { extendedMs, parkedMs } = clock === 'acknowledge' ? { extendedMs: 0, parkedMs: incident.callParkedMs } : incident
  const extraMs = extendedMs + parkedMs
  const dueAt = limits.dueAt(severity, level, clock, startedAt, extraMs)
  const holidays = limit.time === 'working' ? holidaysBetween(startedAt, dueAt, basis.calendar, basis.zoneMs) : []
  return {
    clock,
    severity,
    level,
    limitMs: limit.ms,
    time: limit.time,
    ...(limit.time === 'working' && { workingDayMs: workingDays(basis.calendar).dayMs }),
    ...(holidays.length > 0 && { holidays }),
    startedAt,
    extendedMs,
    parkedMs,
    ...(parkedAt > 0
      ? { parkedSince: parkedAt }
      : {
          warnAt: limits.shareAt(severity, level, clock, startedAt, limits.warnAt(severity, level, clock), extraMs),
          dueAt,
        }),
  }
}
