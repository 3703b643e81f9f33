import type { Command } from '../../shared/commands/Command.ts'
import type { CommandEvent } from '../../shared/commands/defineCommand.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { GuardedAppend } from '../log/EventLog.ts'

export const SOURCE = 'wangge/commands'

/** The events of a command as they are appended, under its own identity and the guard of its matter, and of another that they are about, since the entry that was seen last. */
export function toAppend(command: Command, events: readonly CommandEvent[], seen: { after: EntryId; stands?: string | undefined }, now: EpochMs): GuardedAppend {
  const also = events.find(({ subject }) => subject !== undefined && subject !== command.incident)?.subject
  return {
    entries: events.map(({ type, data, subject = command.incident }, i) => ({
      stream: 'incident',
      fields: {
        type,
        subject,
        source: SOURCE,
        id: identityOfCommand(command, i + 1),
        time: new Date(now).toISOString(),
        actor: command.actor,
        data: JSON.stringify(data),
      },
    })),
    guard: { stream: 'incident', subject: command.incident, ...(also !== undefined && { also }), after: seen.after, ...(seen.stands !== undefined && { stands: seen.stands }) },
  }
}

/** Under which id the `part`th event (from 1) of a command stands in the log: two matters never share one. */
export function identityOfCommand({ incident, id }: Pick<Command, 'incident' | 'id'>, part: number): string {
  return `${incident}/${id}/${part}`
}
