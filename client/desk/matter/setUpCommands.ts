import type { Command, CommandOf } from '../../../shared/commands/Command.ts'
import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { CommandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Machine } from '../../base/Machine.ts'
import type { Keep } from '../../base/kept.ts'
import { shallowReadonly, shallowRef } from 'vue'
import { z } from 'zod'
import { COMMAND_TYPES } from '../../../shared/domain/commandTable.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { backoffMs } from '../../../shared/words/time/backoffMs.ts'
import { LOOPS } from '../../base/loops.ts'
import { CutError } from '../../base/CutError.ts'
import { readKept, writeKept } from '../../base/kept.ts'

/** Orders that are under way at once; beyond it they are refused here. */
const MOST_UNDER_WAY = 50
/** Matters whose newest answer is kept. */
const OUTCOMES_KEPT = 200
const KEY = 'wangge.orders'

/** A command under way: `sent`, `cut` (its answer was lost; it is sent again), or `accepted` and not yet seen in the picture. */
export interface SentCommand {
  command: Command
  /** When it was given, epoch ms. */
  at: number
  state: 'sent' | 'cut' | 'accepted'
}

/** What became of a command. */
export interface Outcome {
  command: Command
  answer: CommandAnswer
  at: number
}

export interface CommandParts {
  ask: (name: 'command', message: Command) => Promise<CommandAnswer>
  /** Its chance spreads what is sent again. */
  machine: Machine
  /** Who acts. */
  actor: () => string
  /** The matter's `entry` on this screen; undefined for an unknown one. */
  versionOf: (incident: string) => EntryId | undefined
  /** Resolves when this screen shows a matter at a version, or soon after. */
  untilShown: (incident: string, version: EntryId) => Promise<void>
  memory: Keep
}

/** What this tab itself has written; the server parses it whole. The full schema would come into the first page, which has its words. */
const command = z.object({ type: z.enum(COMMAND_TYPES), id: z.string(), incident: z.string(), version: z.string(), actor: z.string(), data: z.record(z.string(), z.unknown()) }) as unknown as z.ZodType<Command>
const kept = z.array(z.object({ command, at: z.number() }))

/**
 * Commands of this desk. Each keeps its id until it is answered, also beyond a reload, and is sent again after every cut: it has
 * one effect (C7).
 */
export function setUpCommands({ ask, machine, actor, versionOf, untilShown, memory }: CommandParts) {
  const underWay = shallowRef<readonly SentCommand[]>([])
  const outcomes = shallowRef<ReadonlyMap<string, Outcome>>(new Map())
  const last = shallowRef<Outcome>()
  const waiting = new Set<() => void>()

  function set(commands: readonly SentCommand[]): void {
    underWay.value = commands
    writeKept(memory, KEY, commands.filter(({ state }) => state !== 'accepted').map(({ command, at }) => ({ command, at })))
  }

  const change = (id: string, state: SentCommand['state']) => set(underWay.value.map(each => each.command.id === id ? { ...each, state } : each))
  const drop = (id: string) => set(underWay.value.filter(each => each.command.id !== id))

  function tell(command: Command, answer: CommandAnswer): CommandAnswer {
    const outcome = { command, answer, at: machine.now() }
    const rest = [...outcomes.value].filter(([incident]) => incident !== command.incident).slice(1 - OUTCOMES_KEPT)
    outcomes.value = new Map([...rest, [command.incident, outcome]])
    last.value = outcome
    return answer
  }

  async function send({ command }: Pick<SentCommand, 'command'>): Promise<CommandAnswer> {
    for (let round = 1; ; round++) {
      const answer = await answerTo(command)
      if (answer) {
        settle(command, answer)
        return tell(command, answer)
      }
      change(command.id, 'cut')
      await pause(round)
      change(command.id, 'sent')
    }
  }

  /** Undefined where it is not known what became of it. */
  async function answerTo(command: Command): Promise<CommandAnswer | undefined> {
    try {
      const answer = await ask('command', command)
      return !answer.accepted && answer.reason === 'log-away' ? undefined : answer
    }
    catch (error) {
      if (error instanceof CutError)
        return undefined
      throw error
    }
  }

  /** What was accepted stays as expected until the picture shows it, so that it never goes back in between. */
  function settle({ id, incident }: Command, answer: CommandAnswer): void {
    if (!answer.accepted)
      return drop(id)
    change(id, 'accepted')
    void untilShown(incident, answer.version).finally(() => drop(id))
  }

  function pause(round: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        stop()
        waiting.delete(end)
        resolve()
      }
      const stop = machine.after(backoffMs(LOOPS.reach, round, machine.chance()), end)
      waiting.add(end)
    })
  }

  /**
   * What somebody knows of a matter who saw it at `seen`: that, and what this desk's own newest command made of it, where that one rested on
   * no more than `seen`; its answer may come before the picture.
   */
  function knownVersion(incident: string, seen: EntryId): EntryId {
    const own = outcomes.value.get(incident)
    if (!own?.answer.accepted || compareEntryIds(own.command.version, seen) > 0 || compareEntryIds(own.answer.version, seen) < 0)
      return seen
    return own.answer.version
  }

  /**
   * Gives a command about a matter and resolves with its answer, however long the line is cut meanwhile.
   * @param seen the matter's version that the decision rests on; default the one shown now
   */
  async function give<T extends CommandType>(type: T, incident: string, data?: CommandOf<T>['data'], seen: EntryId = versionOf(incident) ?? FIRST_ENTRY): Promise<CommandAnswer> {
    const command = { type, id: machine.freshId(), incident, version: knownVersion(incident, seen), actor: actor(), data: data ?? {} } as Command
    if (underWay.value.length >= MOST_UNDER_WAY)
      return tell(command, { accepted: false, id: command.id, reason: 'too-many', message: 'Too many commands of this desk are under way; wait for their answers.' })
    const sent: SentCommand = { command, at: machine.now(), state: 'sent' }
    set([...underWay.value, sent])
    return send(sent)
  }

  /** What an earlier page of this tab gave and got no answer to. */
  const left = readKept(memory, KEY, kept, []).slice(0, MOST_UNDER_WAY)
  set(left.map(each => ({ ...each, state: 'cut' })))
  left.forEach(each => void send(each))

  return {
    /** In the order in which they were given. */
    underWay: shallowReadonly(underWay),
    /** Newest answer by matter. */
    outcomes: shallowReadonly(outcomes),
    last: shallowReadonly(last),
    knownVersion,
    give,
    /** The link is live: what waits is sent at once. */
    sendNow: () => [...waiting].forEach(end => end()),
    /** A refusal was read. */
    forget(incident: string) {
      outcomes.value = new Map([...outcomes.value].filter(([id]) => id !== incident))
    },
  }
}
