import type { SosCommand } from '../../shared/commands/sos/SosCommand.ts'
import type { SosEvent } from '../../shared/commands/sos/decideSos.ts'
import type { DutyRoster } from '../../shared/domain/duty/DutyRoster.ts'
import type { CommandAnswer } from '../../shared/protocol/commandAnswer.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Clock } from '../clock.ts'
import type { EventLog, GuardedAppend } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import type { Actors } from './Actors.ts'
import { decideSos } from '../../shared/commands/sos/decideSos.ts'
import { sosCommand } from '../../shared/commands/sos/SosCommand.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { holdsHalfPair } from '../../shared/events/holdsHalfPair.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { Folds } from './Folds.ts'
import { SOURCE } from './toAppend.ts'

const MOST_TRIES = 8
const FOLD_MS = 10_000

interface Parts {
  log: Pick<EventLog, 'appendGuarded' | 'entryOf' | 'offers'>
  clock: Clock
  projection: Projection
  actors: Actors
  roster: Pick<DutyRoster, 'secondSeat' | 'leadSeat'>
}

/** Executes what seats order about calls for help: judged by what is known, appended under the call's own guard, answered when folded (C40). */
export class SosCommands {
  private readonly folds: Folds

  constructor(private readonly parts: Parts) {
    this.folds = new Folds(parts.projection, parts.clock, 'patrol')
  }

  /** Never rejects for what is sent or for a log that is away. */
  async execute(message: unknown): Promise<CommandAnswer> {
    const parsed = sosCommand.safeParse(message)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return { accepted: false, reason: 'bad-command', path: issue.path.join('.'), message: fixFor(issue) }
    }
    const { id, actor, note = '' } = parsed.data
    if (holdsHalfPair(JSON.stringify(note)))
      return { accepted: false, id, reason: 'bad-command', path: 'note', message: 'It holds half of a surrogate pair; send whole characters.' }
    const role = this.parts.actors.find(actor)?.role
    if (role !== 'dutyOfficer' && role !== 'dutyLead')
      return { accepted: false, id, reason: 'unknown-actor', path: 'actor', message: 'Give a seat of the duty shift; it signs for calls for help.' }
    try {
      return await this.decideUntilAppended(parsed.data)
    }
    catch (error) {
      if (error instanceof LogUnavailableError)
        return { accepted: false, id, reason: 'log-away', message: 'The log cannot be reached; send the same command again, it has one effect.' }
      throw error
    }
  }

  private async decideUntilAppended(command: SosCommand): Promise<CommandAnswer> {
    const { projection, clock, log, roster } = this.parts
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (!projection.ready)
        return { accepted: false, id: command.id, reason: 'log-away', message: 'The server is still reading its log; send it again in a moment.' }
      const seen = { after: projection.position.last.patrol, stands: projection.hashes().patrol }
      const decided = decideSos(projection.state, command, roster)
      if ('reason' in decided) {
        // It may have come before, perhaps by another server.
        const earlier = await log.entryOf(SOURCE, identityOf(command))
        return earlier === undefined ? { accepted: false, id: command.id, ...decided } : this.accepted(command, earlier, true)
      }
      const appended = await log.appendGuarded(toAppend(command, decided, seen, clock.now()), log.offers)
      if (Array.isArray(appended))
        return this.accepted(command, appended[0]!.id, appended[0]!.outcome === 'duplicate')
      await this.folds.until(appended.by, FOLD_MS)
    }
    return { accepted: false, id: command.id, reason: 'changed', message: 'Others act on this call all the time; look at it as it is now.' }
  }

  private async accepted({ id }: SosCommand, entry: EntryId, duplicate: boolean): Promise<CommandAnswer> {
    await this.folds.until(entry, FOLD_MS)
    return { accepted: true, id, entries: [entry], version: entry, ...(duplicate && { duplicate }) }
  }
}

function toAppend(command: SosCommand, { type, data }: SosEvent, { after, stands }: { after: EntryId; stands: string | undefined }, now: number): GuardedAppend {
  const { sos: subject, actor } = command
  return {
    entries: [{ stream: 'patrol', fields: { type, subject, source: SOURCE, id: identityOf(command), time: new Date(now).toISOString(), actor, data: JSON.stringify(data) } }],
    guard: { stream: 'patrol', subject, after, ...(stands !== undefined && { stands }) },
  }
}

function identityOf({ sos, id }: SosCommand): string {
  return `${sos}/${id}`
}
