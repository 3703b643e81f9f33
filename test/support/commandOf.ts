import type { Command } from '../../shared/commands/Command.ts'
import type { CommandType } from '../../shared/domain/commandTable.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'

let serial = 0

/** A command about a matter as it stands, by the duty lead unless told otherwise, under an id of its own. */
export function commandOf(type: CommandType, { id, entry }: Pick<Incident, 'id' | 'entry'>, data: object = {}, more: Partial<Pick<Command, 'actor' | 'id' | 'version'>> = {}): Command {
  return { type, id: `c${++serial}`, incident: id, version: entry, actor: 'seat-2', data, ...more } as Command
}
