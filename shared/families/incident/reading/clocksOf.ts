import type { LimitTable } from '../../../domain/LimitTable.ts'
import type { LimitClock } from '../../../domain/district/limitsFile.ts'
import type { EpochMs } from '../../../words/time/time.ts'
import type { Incident } from '../Incident.ts'
import { isEnded } from '../../../domain/stages.ts'
import { answerDueAt, callStartedAt } from '../answerDueAt.ts'
import { dueAt } from '../dueAt.ts'

/** A clock that runs for a matter: the limit of its level, that for sign-for, or the date of a supervision order. */
export interface RunningClock {
  clock: LimitClock | 'order'
  startedAt: EpochMs
  /** Never Infinity: a clock that has no end is none. */
  dueAt: EpochMs
}

/** Every open matter is asked several times a second, and its clocks move with its version alone. */
const answers = new WeakMap<Incident, { version: number; limits: LimitTable; clocks: readonly RunningClock[] }>()

/** Every clock that runs for a matter, the one that ends first standing first (M7); none of one that has ended or is parked. */
export function clocksOf(incident: Incident, limits: LimitTable): readonly RunningClock[] {
  const last = answers.get(incident)
  if (last && last.version === incident.version && last.limits === limits)
    return last.clocks
  const clocks = running(incident, limits)
  answers.set(incident, { version: incident.version, limits, clocks })
  return clocks
}

/** The clock of a matter that ends first, or has been past its end for longest; undefined where none runs (M7). */
export function nextClock(incident: Incident, limits: LimitTable): RunningClock | undefined {
  return clocksOf(incident, limits)[0]
}

function running(incident: Incident, limits: LimitTable): RunningClock[] {
  if (isEnded(incident.stage) || incident.parkedAt > 0)
    return []
  const { clock, clockAt, supervisedAt, supervisedDue } = incident
  return [
    { clock: 'acknowledge' as const, startedAt: callStartedAt(incident), dueAt: answerDueAt(incident, limits) },
    { clock, startedAt: clockAt, dueAt: dueAt(incident, limits) },
    { clock: 'order' as const, startedAt: supervisedAt, dueAt: supervisedDue || Infinity },
  ].filter(each => each.dueAt < Infinity).sort((a, b) => a.dueAt - b.dueAt)
}
