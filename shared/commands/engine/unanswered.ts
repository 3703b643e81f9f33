import type { Incident } from '../../families/incident/Incident.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Decision } from './Decision.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { answerDueAt, calledSince } from '../../families/incident/answerDueAt.ts'

/**
 * Nobody has answered the call in its time: it goes to the next on duty, then to the leader, each with the same time; there
 * it stays. For a matter that was sent those are the people of its grid, for one that is new the seats of the duty shift.
 */
export function unanswered(incident: Incident, facts: EngineFacts, now: EpochMs): Decision[] {
  const due = answerDueAt(incident, facts.limits)
  const calledTo = incident.calledAt >= calledSince(incident) ? incident.calledTo : undefined
  if (due === Infinity || calledTo === 'lead')
    return []
  const next = calledTo === undefined ? nextOnDuty(incident, facts, Math.max(due, now)) : undefined
  const seat = next ?? facts.roster.leadSeat
  return [{
    kind: 'call-passed',
    at: due,
    event: { type: 'incident.call-passed', data: { to: next === undefined ? 'lead' : 'next-on-duty', ...(seat !== undefined && { seat }) } },
  }]
}

function nextOnDuty({ stage, level, grid, assignee }: Incident, { roster, grids }: EngineFacts, at: EpochMs): string | undefined {
  if (stage !== 'dispatched')
    return roster.secondSeat
  return level === 'grid' ? roster.nextInGrid(grids[grid]!, at, assignee) : undefined
}
