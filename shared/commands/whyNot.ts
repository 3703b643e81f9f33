import type { Actor } from '../domain/duty/Actor.ts'
import type { CommandType } from '../domain/commandTable.ts'
import type { Incident } from '../families/incident/Incident.ts'
import type { State } from '../state/State.ts'
import type { CommandRefusal } from './CommandRefusal.ts'
import { COMMAND_TYPES, ruleOf } from '../domain/commandTable.ts'
import { STAGE_TABLE } from '../domain/stageTable.ts'
import { STANDING } from './standing.ts'

/**
 * Why somebody may not do something to a matter as it stands, whatever the command would carry (C19): by its stage, by his role,
 * because it is not his, or because of what it has come to. Undefined if he may. The desk greys a button with it; the server asks the same.
 */
export function whyNot({ basis }: Pick<State, 'basis'>, incident: Incident, type: CommandType, actor: Actor): CommandRefusal | undefined {
  const { move, may } = ruleOf(type)
  const { stage } = incident
  if (STAGE_TABLE[stage][move] === null) {
    const lawful = COMMAND_TYPES.filter(other => STAGE_TABLE[stage][ruleOf(other).move] !== null)
    return { reason: 'wrong-stage', stage, message: `It is ${stage}; now it can be: ${lawful.join(', ')}.` }
  }
  if (!may.includes(actor.role))
    return { reason: 'not-allowed', may: [...may], message: `A ${actor.role} may not; these may: ${may.join(', ')}.` }
  if (actor.grid !== undefined && actor.grid !== basis.grids[incident.grid] && actor.id !== incident.assignee)
    return { reason: 'not-yours', message: 'It lies in another grid than the one that you answer for.' }
  if (actor.unit !== undefined && !isOf(incident, actor.unit))
    return { reason: 'not-yours', message: 'Your unit neither holds it nor was called to it.' }
  return STANDING[type]?.(incident, actor)
}

function isOf({ unit, leadUnit, units }: Incident, name: string): boolean {
  return unit === name || leadUnit === name || units?.some(each => each.unit === name) === true
}
