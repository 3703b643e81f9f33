import type { LimitTable } from '../../domain/LimitTable.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Incident } from './Incident.ts'

/** Since when the first one is called: for a matter that was sent from there, for one that is new or came back from its coming, and at another level from then. */
export function calledSince({ stage, dispatchedAt, stageAt, levelAt }: Incident): EpochMs {
  return stage === 'dispatched' && dispatchedAt > 0 ? dispatchedAt : Math.max(stageAt, levelAt)
}

/** Since when the one who is called now has been called; 0 while nobody is. */
export function callStartedAt(incident: Incident): EpochMs {
  const { stage, calledAt } = incident
  return stage === 'dispatched' || stage === 'reported' || stage === 'reopened' ? Math.max(calledAt, calledSince(incident)) : 0
}

/** When the one who is called now has had his time to answer, by the limit for sign-for; Infinity while nobody is called. */
export function answerDueAt(incident: Incident, limits: LimitTable): EpochMs {
  const startedAt = callStartedAt(incident)
  return startedAt > 0 ? limits.dueAt(incident.severity, incident.level, 'acknowledge', startedAt, incident.callParkedMs) : Infinity
}
