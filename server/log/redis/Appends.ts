import type { Append, Appended, Durability, Fence, Fenced, Fields, GuardedAppend, Stale } from '../EventLog.ts'
import type { RedisKeys } from './RedisKeys.ts'
import { groupBy } from '../../../shared/words/groupBy.ts'
import { identityOf, IDENTITY_WINDOW_MS } from '../identityOf.ts'
import { LogWentBackError } from '../LogWentBackError.ts'

/** A script holds the server while it runs: longer appends go in several. */
const MOST_IN_ONE_SCRIPT = 250
const MOST_BYTES_IN_ONE_SCRIPT = 1024 * 1024

export interface AppendCall {
  keys: string[]
  args: (string | number)[]
  /** About how much it carries. */
  bytes: number
}

export type Answer = [outcome: string, ...(string | number)[]]
/** Runs the append script; answers what it says of each group, and what was reached. */
type Run = (call: AppendCall) => Promise<{ answers: Answer[]; reached: Durability }>

interface Group {
  entries: readonly Append[]
  /** `seen` is the entry that shall stand, while `after` moves on. */
  guard?: GuardedAppend['guard'] & { seen: string }
}

interface Waiting extends Required<Group> {
  fence: Fence | undefined
  answered: (answer: Promise<{ answer: Answer; reached: Durability }>) => void
}

/**
 * Appends by the script, all of one durability. The guarded ones of one turn of the event loop share a script, which then looks but once
 * at what lies behind their guards: alone, each of sixty would look at what those before it had written.
 */
export class Appends {
  readonly #keys: RedisKeys
  readonly #run: Run
  #waiting: Waiting[] = []

  constructor(keys: RedisKeys, run: Run) {
    this.#keys = keys
    this.#run = run
  }

  async append(entries: readonly Append[]): Promise<Appended[]>
  async append(entries: readonly Append[], fence: Fence): Promise<Appended[] | Fenced>
  async append(entries: readonly Append[], fence?: Fence): Promise<Appended[] | Fenced> {
    const appended: Appended[] = []
    for (const part of inParts(entries.map(entry => ({ entries: [entry] })))) {
      const { answers, reached } = await this.#run(this.#call(part, fence))
      if (answers.some(([outcome]) => outcome === 'fenced'))
        return { outcome: 'fenced' }
      appended.push(...answers.flatMap(answer => toAppended(answer, reached)))
    }
    return appended
  }

  /** @throws LogWentBackError if the entry that the guard has seen does not stand, RangeError if more entries stand under the guard than one script may append */
  async appendGuarded({ entries, guard }: GuardedAppend, fence: Fence | undefined): Promise<Appended[] | Stale | Fenced> {
    if (entries.length > MOST_IN_ONE_SCRIPT)
      throw new RangeError(`more than ${MOST_IN_ONE_SCRIPT} entries under one guard`)
    for (let after = guard.after; ;) {
      const { answer, reached } = await this.#withOthers({ entries, guard: { ...guard, after, seen: guard.after } }, fence)
      const [outcome, by] = answer
      if (outcome === 'appended')
        return toAppended(answer, reached)
      if (outcome === 'fenced')
        return { outcome }
      if (outcome === 'gone')
        throw new LogWentBackError(guard.stream, guard.after)
      if (outcome === 'stale')
        return { outcome, by: String(by) }
      after = String(by)
    }
  }

  #withOthers(group: Required<Group>, fence: Fence | undefined): Promise<{ answer: Answer; reached: Durability }> {
    if (this.#waiting.length === 0)
      setImmediate(() => this.#runWaiting())
    return new Promise(answered => this.#waiting.push({ ...group, fence, answered }))
  }

  #runWaiting(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const alike of groupBy(waiting, ({ guard, fence }) => `${guard.stream} ${fence?.token} ${fence?.lease}`).values()) {
      for (const part of inParts(alike)) {
        const ran = this.#run(this.#call(part, part[0]!.fence))
        part.forEach(({ answered }, i) => answered(ran.then(({ answers, reached }) => ({ answer: answers[i]!, reached }))))
      }
    }
  }

  #call(groups: readonly Group[], fence: Fence | undefined): AppendCall {
    const name = groups[0]!.guard?.stream ?? groups[0]!.entries[0]!.stream
    const stream = this.#keys.stream(name)
    const keys = [stream, fence ? this.#keys.lease(fence.lease) : stream, this.#keys.trimmed(name)]
    const args: (string | number)[] = [IDENTITY_WINDOW_MS, fence?.token ?? '']
    for (const { entries, guard } of groups) {
      args.push(guard?.subject ?? '', guard?.also ?? '', guard?.after ?? '', guard?.seen ?? '', guard?.stands ?? '', entries.length)
      for (const { stream, fields, instead = '' } of entries) {
        const identity = identityOf(fields)
        const key = this.#keys.stream(stream)
        keys.push(key, identity === undefined ? key : this.#keys.identity(identity))
        const texts = Object.entries(fields).flat()
        args.push(instead, texts.length, ...texts)
      }
    }
    return { keys, args, bytes: sum(groups, sizeOf) }
  }
}

/** From outcome, id, 1 if new, id, … */
function toAppended([, ...ids]: Answer, reached: Durability): Appended[] {
  const appended: Appended[] = []
  for (let i = 0; i < ids.length; i += 2)
    appended.push({ outcome: ids[i + 1] === 1 ? 'appended' : 'duplicate', id: String(ids[i]), reached })
  return appended
}

function* inParts<T extends Group>(groups: readonly T[]): Generator<T[]> {
  let part: T[] = []
  let entries = 0
  let bytes = 0
  for (const group of groups) {
    if (part.length > 0 && (entries + group.entries.length > MOST_IN_ONE_SCRIPT || bytes >= MOST_BYTES_IN_ONE_SCRIPT)) {
      yield part
      part = []
      entries = bytes = 0
    }
    part.push(group)
    entries += group.entries.length
    bytes += sizeOf(group)
  }
  if (part.length > 0)
    yield part
}

function sizeOf({ entries }: Group): number {
  return sum(entries, ({ fields }) => sizeOfFields(fields))
}

function sizeOfFields(fields: Fields): number {
  let size = 0
  for (const name in fields)
    size += name.length + fields[name]!.length
  return size
}

function sum<T>(things: readonly T[], of: (thing: T) => number): number {
  return things.reduce((total, thing) => total + of(thing), 0)
}
