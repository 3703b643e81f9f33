import type { Command } from '../../shared/commands/Command.ts'
import type { CommandReason, CommandRefusal } from '../../shared/commands/CommandRefusal.ts'
import type { Actor } from '../../shared/domain/duty/Actor.ts'
import type { CommandAnswer } from '../../shared/protocol/commandAnswer.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { AttachmentStore } from '../attachments/AttachmentStore.ts'
import type { Clock } from '../clock.ts'
import type { Durability, EventLog } from '../log/EventLog.ts'
import type { CommandType } from '../../shared/domain/commandTable.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { State } from '../../shared/state/State.ts'
import type { Histories } from './Histories.ts'
import type { Holders } from '../../shared/domain/duty/Holders.ts'
import type { Projection } from '../projection/Projection.ts'
import type { Actors } from './Actors.ts'
import { command as commandSchema } from '../../shared/commands/Command.ts'
import { recallOf } from '../../shared/families/incident/recallOf.ts'
import { decide } from '../../shared/commands/decide.ts'
import { holdsHalfPair } from '../../shared/events/holdsHalfPair.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { pause } from '../clock.ts'
import { LogFullError } from '../log/LogFullError.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { EventRate } from '../ingest/EventRate.ts'
import { Folds } from './Folds.ts'
import { identityOfCommand, SOURCE, toAppend } from './toAppend.ts'

/** So often a command is decided anew because something was said of its matter meanwhile; what contradicts it ends that sooner. */
const MOST_TRIES = 8
const FOLD_MS = 10_000
const READY_MS = 10_000
/** Commands under way at once; beyond it they are refused. */
const MOST_RUNNING = 5000
/** Comments that one actor may make on one matter at once, and how many of them come back in a minute; on each server. */
const COMMENTS_AT_ONCE = 20
const COMMENTS_A_MINUTE = 20

/** What may be done to a matter that has ended, and brings it back where it has left (F30). */
const RECALLS: ReadonlySet<CommandType> = new Set(['reopen', 'evaluate', 'comment', 'reveal', 'attach'])

interface Parts {
  log: Pick<EventLog, 'appendGuarded' | 'entryOf' | 'holds' | 'offers'>
  clock: Clock
  projection: Projection
  actors: Actors
  holders: Pick<Holders, 'isUnit' | 'person'>
  histories: Pick<Histories, 'left'>
  store: Pick<AttachmentStore, 'has'>
}

/** Executes commands: judged by what is known, appended under guard, answered when folded (C1–C9). */
export class Commands {
  /** Answers so far, by `accepted`, `duplicate` or the reason. */
  readonly counts = new Map<'accepted' | 'duplicate' | CommandReason, number>()
  private readonly running = new Map<string, Promise<CommandAnswer>>()
  private readonly folds: Folds
  private readonly commentRate: EventRate

  constructor(private readonly parts: Parts) {
    this.folds = new Folds(parts.projection, parts.clock)
    this.commentRate = new EventRate(COMMENTS_A_MINUTE / 60, parts.clock, COMMENTS_AT_ONCE)
  }

  /** Never rejects: whatever comes in is answered. */
  async execute(message: unknown): Promise<CommandAnswer> {
    const answer = await this.judge(message)
    const outcome = answer.accepted ? answer.duplicate ? 'duplicate' : 'accepted' : answer.reason
    this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1)
    return answer
  }

  private async judge(message: unknown): Promise<CommandAnswer> {
    const parsed = commandSchema.safeParse(message)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return { accepted: false, reason: 'bad-command', path: issue.path.join('.'), message: fixFor(issue) }
    }
    const command = parsed.data
    if (holdsHalfPair(JSON.stringify(command.data)))
      return { accepted: false, id: command.id, reason: 'bad-command', path: 'data', message: 'The data holds half of a surrogate pair; send whole characters.' }
    const actor = this.parts.actors.find(command.actor)
    if (!actor)
      return { accepted: false, id: command.id, reason: 'unknown-actor', path: 'actor', message: 'Give a seat of the duty shift, a staff id, or unit: and a unit’s name.' }
    // The same command twice at once is one.
    const key = identityOfCommand(command, 0)
    const running = this.running.get(key)
    if (running)
      return running
    if (this.running.size >= MOST_RUNNING)
      return { accepted: false, id: command.id, reason: 'too-many', message: 'Too many commands are under way; send it again in a moment.' }
    const answer = this.perform(command, actor).finally(() => this.running.delete(key))
    this.running.set(key, answer)
    return answer
  }

  private async perform(command: Command, actor: Actor): Promise<CommandAnswer> {
    try {
      return await this.tooFast(command) ?? await this.decideUntilAppended(command, actor)
    }
    catch (error) {
      if (error instanceof LogUnavailableError)
        return away(command, error instanceof LogFullError ? 'The disk of the log is full; whoever runs the server must make room, then send the same command again.' : 'The log cannot be reached; send the same command again, it has one effect.')
      throw error
    }
  }

  /** Undefined where it may be judged; a comment beyond the rate is refused, unless it came before (C7). */
  private async tooFast(command: Command): Promise<CommandAnswer | undefined> {
    const { id, type, incident, actor } = command
    // What names no matter is refused anyway, and must not push out whom the rate remembers.
    if (type !== 'comment' || !this.parts.projection.state.incident.incidents.has(incident))
      return undefined
    const who = JSON.stringify([incident, actor])
    const seconds = this.commentRate.secondsToWait(who)
    if (seconds > 0)
      return await this.earlier(command) ?? { accepted: false, id, reason: 'too-many', seconds, message: `More than ${COMMENTS_A_MINUTE} comments a minute on one matter; send it again in ${seconds} s, or say it all in one.` }
    this.commentRate.spend(who, 1)
    return undefined
  }

  private async decideUntilAppended(command: Command, actor: Actor): Promise<CommandAnswer> {
    const { projection, clock, log } = this.parts
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (!projection.ready)
        await Promise.race([projection.caughtUp(), pause(clock, READY_MS)])
      if (!projection.ready)
        return away(command, 'The server is still reading its log; send it again in a moment.')
      const now = clock.now()
      const seen = { after: projection.position.last.incident, stands: projection.hashes().incident }
      const left = await this.leftMatter(command)
      const decided = decide(left ? withMatter(projection.state, left) : projection.state, command, now, { actor, holders: this.parts.holders })
      if ('reason' in decided)
        return await this.earlier(command) ?? await this.refused(command, decided, seen)
      if (command.type === 'attach' && !await this.parts.store.has(command.incident, command.data.attachment))
        return { accepted: false, id: command.id, reason: 'bad-command', path: 'data.attachment', message: 'No such file of this matter is kept here; send the file itself to its attachments.' }
      const appended = await log.appendGuarded(toAppend(command, [...left ? [recallOf(left, projection.state.basis.grids[left.grid]!)!] : [], ...decided], seen, now), log.offers)
      if (Array.isArray(appended))
        return this.accepted(command, appended.map(({ id }) => id), appended.some(({ outcome }) => outcome === 'duplicate'), appended[0]!.reached)
      await this.folds.until(appended.by, FOLD_MS)
    }
    return { accepted: false, id: command.id, reason: 'changed', message: 'Others act on this matter all the time; look at it as it is now, then decide again.' }
  }

  /** The matter of a command that brings back what has ended long ago and left; undefined for any other one. */
  private async leftMatter({ type, incident: id }: Command): Promise<Incident | undefined> {
    const { state } = this.parts.projection
    if (!RECALLS.has(type) || state.incident.incidents.has(id))
      return undefined
    const left = await this.parts.histories.left(id)
    return left && recallOf(left, state.basis.grids[left.grid]!) && left
  }

  /** What refuses it may rest on an entry that the log has lost. */
  private async refused({ id }: Command, refusal: CommandRefusal, { after, stands }: { after: EntryId; stands: string | undefined }): Promise<CommandAnswer> {
    if (stands !== undefined && !await this.parts.log.holds({ incident: after }, { incident: stands }))
      throw new LogWentBackError('incident', after)
    return { accepted: false, id, ...refusal }
  }

  /** A command that came before, perhaps by another server, is told what became of it then. */
  private async earlier(command: Command): Promise<CommandAnswer | undefined> {
    const entries: EntryId[] = []
    for (let part = 1; ; part++) {
      const entry = await this.parts.log.entryOf(SOURCE, identityOfCommand(command, part))
      if (entry === undefined)
        break
      entries.push(entry)
    }
    return entries.length === 0 ? undefined : this.accepted(command, entries, true)
  }

  private async accepted({ id, incident }: Command, entries: EntryId[], duplicate: boolean, reached?: Durability): Promise<CommandAnswer> {
    const last = entries[entries.length - 1]!
    await this.folds.until(last, FOLD_MS)
    const version = this.parts.projection.state.incident.incidents.get(incident)?.entry ?? last
    return { accepted: true, id, entries, version, ...(reached && { reached }), ...(duplicate && { duplicate }) }
  }
}

/** What is known, of this one matter alone: none that is recalled names another. */
function withMatter(state: State, incident: Incident): State {
  return { ...state, incident: { ...state.incident, incidents: new Map([[incident.id, incident]]) } }
}

function away({ id }: Command, message: string): CommandAnswer {
  return { accepted: false, id, reason: 'log-away', message }
}
