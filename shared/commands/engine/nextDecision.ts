import type { Incident } from '../../families/incident/Incident.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Decision } from './Decision.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { isEnded } from '../../domain/stages.ts'
import { limitPassed } from './limitPassed.ts'
import { overrun } from './overrun.ts'
import { straightUp } from './straightUp.ts'
import { unanswered } from './unanswered.ts'
import { warnings } from './warnings.ts'

/**
 * The first thing that falls due of itself for a matter as it is, or undefined if nothing ever will; ended and parked
 * matters have none. `at` may lie in the past: then it is due, and holds for `now` (who is on duty, what is too late to say).
 * Pure: the same matter, facts and moment give the same.
 */
export function nextDecision(incident: Incident, facts: EngineFacts, now: EpochMs): Decision | undefined {
  if (!facts.rules.on || isEnded(incident.stage) || incident.parkedAt > 0)
    return undefined
  let first: Decision | undefined
  // Of what falls due at one moment, the order here is the order in which it happens.
  for (const candidates of [straightUp, overrun, limitPassed, unanswered, warnings]) {
    for (const decision of candidates(incident, facts, now)) {
      if (decision.at < (first?.at ?? Infinity))
        first = decision
    }
  }
  return first
}
