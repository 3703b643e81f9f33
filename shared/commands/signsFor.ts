import type { Actor } from '../domain/duty/Actor.ts'
import type { Incident } from '../families/incident/Incident.ts'

/** For whom an actor would sign: the unit or person that a matter was sent to, where that is another; undefined where he signs for himself. */
export function signsFor({ stage, unit, assignee, calledTo }: Pick<Incident, 'stage' | 'unit' | 'assignee' | 'calledTo'>, actor: Actor): string | undefined {
  if (stage !== 'dispatched' || actor.id === assignee || (unit !== undefined && actor.unit === unit))
    return undefined
  // The call went on to the lead: he signs as the one who is called.
  if (calledTo === 'lead' && actor.role === 'dutyLead')
    return undefined
  return assignee ?? unit
}
