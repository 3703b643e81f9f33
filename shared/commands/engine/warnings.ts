import type { Incident } from '../../families/incident/Incident.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Decision } from './Decision.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { answerDueAt } from '../../families/incident/answerDueAt.ts'
import { isWorkedOn } from './isWorkedOn.ts'

/**
 * Says once that the threshold of the running limit, or of the one for sign-for, has passed. Not any more once the limit
 * itself has; again when the limit was moved and its new threshold passes.
 */
export function warnings(incident: Incident, { limits }: EngineFacts, now: EpochMs): Decision[] {
  const { severity, level, clock, clockAt, extendedMs, parkedMs, warnedAt, stage, calledAt, callParkedMs, callWarnedAt } = incident
  const decisions: Decision[] = []
  const at = limits.shareAt(severity, level, clock, clockAt, limits.warnAt(severity, level, clock), extendedMs + parkedMs)
  if (isWorkedOn(incident) && warnedAt < at && Math.max(at, now) < dueAt(incident, limits))
    decisions.push({ kind: 'warned', at, event: { type: 'incident.warned', data: { clock, level } } })
  if (stage === 'dispatched' && callWarnedAt === 0) {
    const callAt = limits.shareAt(severity, level, 'acknowledge', calledAt, limits.warnAt(severity, level, 'acknowledge'), callParkedMs)
    if (Math.max(callAt, now) < answerDueAt(incident, limits))
      decisions.push({ kind: 'call-warned', at: callAt, event: { type: 'incident.warned', data: { clock: 'acknowledge', level } } })
  }
  return decisions
}
