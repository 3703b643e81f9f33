import type { Actor } from '../domain/duty/Actor.ts'
import type { Holders } from '../domain/duty/Holders.ts'
import type { IncidentData, IncidentType } from '../families/incident/IncidentEvent.ts'
import type { Incident } from '../families/incident/Incident.ts'
import type { State } from '../state/State.ts'
import type { EpochMs } from '../words/time/time.ts'
import type { CommandRefusal } from './CommandRefusal.ts'
import type { z } from 'zod'

/** An event as a command asks for it; without a subject it is about the command's own matter. */
export type CommandEvent = { [T in IncidentType]: { type: T; data: IncidentData<T>; subject?: string } }[IncidentType]

/** What a decision rests on beside the matter. */
export interface CommandFacts {
  state: State
  actor: Actor
  holders: Pick<Holders, 'isUnit' | 'person'>
  now: EpochMs
}

/** One command: what it carries, and what follows from it once stage, role and version are found right. */
export interface CommandDefinition<S extends z.ZodType> {
  data: S
  decide: (incident: Incident, data: z.infer<S>, facts: CommandFacts) => CommandEvent[] | CommandRefusal
}

export function defineCommand<S extends z.ZodType>(definition: CommandDefinition<S>): CommandDefinition<S> {
  return definition
}
