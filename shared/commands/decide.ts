import type { CommandType } from '../domain/commandTable.ts'
import type { Incident } from '../families/incident/Incident.ts'
import type { State } from '../state/State.ts'
import type { EpochMs } from '../words/time/time.ts'
import type { Command } from './Command.ts'
import type { CommandRefusal } from './CommandRefusal.ts'
import type { CommandDefinition, CommandEvent, CommandFacts } from './defineCommand.ts'
import type { z } from 'zod'
import { ruleOf } from '../domain/commandTable.ts'
import { compareEntryIds } from '../words/entryId.ts'
import { DEFINITIONS } from './definitions.ts'
import { whyNot } from './whyNot.ts'

/**
 * What follows from a command: the events to append, in order and all or none, or why not (rules C1–C9). Pure: the desk's
 * server, the browser and tests ask the same function.
 */
export function decide(state: State, command: Command, now: EpochMs, { actor, holders }: Pick<CommandFacts, 'actor' | 'holders'>): CommandEvent[] | CommandRefusal {
  const incident = state.incident.incidents.get(command.incident)
  if (!incident)
    return { reason: 'unknown-incident', path: 'incident', message: 'No such matter is known; report it first (one that ended long ago has left).' }
  const refusal = isChanged(incident, command) ?? whyNot(state, incident, command.type, actor)
  if (refusal)
    return { version: incident.entry, ...refusal }
  const definition: CommandDefinition<z.ZodType> = DEFINITIONS[command.type]
  const decided = definition.decide(incident, command.data, { state, actor, holders, now })
  return 'reason' in decided ? { version: incident.entry, ...decided } : decided
}

function isChanged({ entry, actor, movedAt, move }: Incident, { version, type }: Pick<Command, 'version'> & { type: CommandType }): CommandRefusal | undefined {
  if (ruleOf(type).free || compareEntryIds(entry, version) <= 0)
    return undefined
  const who = actor ?? 'somebody'
  return {
    reason: 'changed',
    ...(actor !== undefined && { by: actor }),
    at: movedAt,
    move,
    message: `${who} was first: ${move} at ${new Date(movedAt).toISOString()}. Look at the matter as it is now, then decide again.`,
  }
}
