import type { LimitTable } from '../../domain/LimitTable.ts'
import type { Incident } from './Incident.ts'
import type { EpochMs } from '../../words/time/time.ts'

/** Since when the first one is called: for a matter that was sent from there, for one that is new or came back from its coming, and at another level from then. */
export function calledSince({ stage, dispatchedAt, stageAt, levelAt }: Incident): EpochMs {
  return stage === 'dispatched' && dispatchedAt > 0 ? dispatchedAt : Math.max(stageAt, levelAt)
}

/** When the one who is called now has had his time to answer, by the limit for sign-for; Infinity while nobody is called. */
export function answerDueAt(incident: Incident, limits: LimitTable): EpochMs {
  const { stage, severity, level, calledAt, callParkedMs } = incident
  if (stage !== 'dispatched' && stage !== 'reported' && stage !== 'reopened')
    return Infinity
  return limits.dueAt(severity, level, 'acknowledge', Math.max(calledAt, calledSince(incident)), callParkedMs)
}
