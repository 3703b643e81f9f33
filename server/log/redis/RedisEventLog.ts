import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EpochMs } from '../../../shared/words/time.ts'
import type { Append, Appended, Checkpoint, Durability, Entry, EventLog, Fence, Fenced, FencedAppend, GuardedAppend, Lease, Stale, Stands } from '../EventLog.ts'
import type { Answer, AppendCall } from './Appends.ts'
import type { RedisTarget } from './RedisTarget.ts'
import { randomUUID } from 'node:crypto'
import { entryMs } from '../../../shared/words/entryId.ts'
import { checkAppend, checkStream, isStreamName } from '../checkAppend.ts'
import { identityOf, IDENTITY_WINDOW_MS } from '../identityOf.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { mayBeUnreadable, withBytes } from '../notUtf8.ts'
import { LogWentBackError } from '../LogWentBackError.ts'
import { newSecretTail } from '../newSecretTail.ts'
import { Appends } from './Appends.ts'
import { BlockingReaders } from './BlockingReaders.ts'
import { APPEND_SHA, appendScript } from './lua/appendScript.ts'
import { epochScript } from './lua/epochScript.ts'
import { acquireLeaseScript, releaseLeaseScript } from './lua/leaseScripts.ts'
import { sizesScript } from './lua/sizesScript.ts'
import { putCheckpointScript } from './lua/putCheckpointScript.ts'
import { secretScript } from './lua/secretScript.ts'
import { timeScript } from './lua/timeScript.ts'
import { trimScript } from './lua/trimScript.ts'
import { checkPermissions } from './checkPermissions.ts'
import { findGone } from './findGone.ts'
import { RedisConnection } from './RedisConnection.ts'
import { RedisKeys } from './RedisKeys.ts'
import { describeTarget } from './RedisTarget.ts'
import { scanStreams } from './scanStreams.ts'
import { ServerWatch } from './ServerWatch.ts'
import { toFields } from './toFields.ts'
import { WaitedAppends } from './WaitedAppends.ts'

/** The key of a probe goes by itself. */
const PROBE_MS = 10_000

interface Options {
  target: RedisTarget
  districtCode: string
  randomId?: () => string
}

/**
 * The log in Redis 7, Valkey, Sentinel or Cluster; entry ids and leases go by the server's clock.
 *
 * What `reached` means here: `accepted`, the server has it; `kill-not-power`, the server keeps an append-only file and had written it there
 * before it answered: no death of the server's process loses it, a power cut a second of it; `durable`, that file was flushed (under `appendfsync always`,
 * or where Redis 7.2 waited for it); `replicated`, every replica that follows has it too. An append asks for `durable` unless told otherwise.
 */
export class RedisEventLog implements EventLog {
  readonly home = 'redis'
  readonly address: string
  readonly description: string
  readonly #randomId: () => string
  readonly #keys: RedisKeys
  readonly #commands: RedisConnection
  /** WAIT stops its connection until the replicas have answered, so what asks for it has its own. */
  readonly #waiting: RedisConnection
  readonly #watch: ServerWatch
  readonly #readers: BlockingReaders
  readonly #appends: Readonly<Record<Durability, Appends>>
  #turn = 0

  /** @throws LogUnavailableError if Redis cannot be reached or is unfit */
  static async open(options: Options): Promise<RedisEventLog> {
    const description = describeTarget(options.target)
    const keys = new RedisKeys(options.districtCode)
    const commands = new RedisConnection(options.target, description)
    const waiting = new RedisConnection(options.target, description)
    try {
      await commands.connect()
      await waiting.connect()
      await checkPermissions(commands, keys)
      const watch = await ServerWatch.begin(commands, keys)
      if (watch.info.unfit === undefined)
        return new RedisEventLog(options, keys, commands, waiting, watch)
      watch[Symbol.dispose]()
      throw new LogUnavailableError(`${description} cannot hold the log: ${watch.info.unfit}.`)
    }
    catch (error) {
      commands[Symbol.dispose]()
      waiting[Symbol.dispose]()
      throw error
    }
  }

  private constructor(options: Options, keys: RedisKeys, commands: RedisConnection, waiting: RedisConnection, watch: ServerWatch) {
    this.address = describeTarget(options.target)
    this.description = `${this.address}, ${watch.info.appendOnly ? 'with an append-only file' : 'WITHOUT an append-only file: what it holds is lost when it stops'}`
    this.#randomId = options.randomId ?? randomUUID
    this.#keys = keys
    this.#commands = commands
    this.#waiting = waiting
    this.#watch = watch
    this.#readers = new BlockingReaders(options.target, this.address)
    const waited = new WaitedAppends(waiting, watch)
    const plain = async (call: AppendCall, reached: Durability) => ({ answers: await this.#runAppend(call), reached })
    const written = (call: AppendCall) => plain(call, watch.info.appendOnly ? 'kill-not-power' : 'accepted')
    const flushed = async (call: AppendCall) => watch.info.flushes ? plain(call, 'durable') : watch.info.waitsForFlush ? atMostDurable(await waited.run(call)) : written(call)
    this.#appends = {
      'accepted': new Appends(keys, call => plain(call, 'accepted')),
      'kill-not-power': new Appends(keys, written),
      'durable': new Appends(keys, flushed),
      'replicated': new Appends(keys, call => watch.offers === 'replicated' ? waited.run(call) : flushed(call)),
    }
  }

  get offers(): Durability {
    return this.#watch.offers
  }

  get unfit(): string | undefined {
    const { unfit } = this.#watch.info
    return unfit && `${this.description} cannot be trusted with the log: ${unfit}.`
  }

  async append(entries: readonly Append[], reach: Durability = 'durable'): Promise<Appended[]> {
    entries.forEach(checkAppend)
    return this.#appends[reach].append(entries)
  }

  async appendGuarded(append: GuardedAppend, reach: Durability = 'durable'): Promise<Appended[] | Stale> {
    append.entries.forEach(checkAppend)
    const answer = await this.#appends[reach].appendGuarded(append, undefined)
    if (!Array.isArray(answer) && answer.outcome === 'fenced')
      throw new Error('fenced without a fence')
    return answer
  }

  async appendFenced({ entries, guard }: FencedAppend, fence: Fence, reach: Durability = 'durable'): Promise<Appended[] | Stale | Fenced> {
    entries.forEach(checkAppend)
    return guard ? this.#appends[reach].appendGuarded({ entries, guard }, fence) : this.#appends[reach].append(entries, fence)
  }

  async entryOf(source: string, id: string): Promise<EntryId | undefined> {
    return await this.#commands.run(client => client.get(this.#keys.identity(identityOf({ source, id })!))) ?? undefined
  }

  async read(after: Readonly<Record<string, EntryId>>, options: { limit: number, blockMs: number, signal?: AbortSignal, stands?: Stands, mostBytes?: number }): Promise<Entry[]> {
    const names = Object.keys(after)
    names.forEach(checkStream)
    // Who comes first moves on with each call, so that a busy stream never hides another when the limit cuts.
    const first = this.#turn++ % Math.max(1, names.length)
    const turned = [...names.slice(first), ...names.slice(0, first)]
    const count = Math.max(1, Math.floor(options.limit / names.length))
    const streams = [...turned.map(name => this.#keys.stream(name)), ...turned.map(name => after[name]!)]
    const blockMs = Math.ceil(options.blockMs)
    const reply = await this.#readers.run(async (client) => {
      // The proof goes right behind the read, on the same connection: it is made by the server that answers, after what it answers.
      const reading = blockMs > 0
        ? client.pipeline().xread('COUNT', count, 'BLOCK', blockMs, 'STREAMS', ...streams)
        : client.pipeline().xread('COUNT', count, 'STREAMS', ...streams)
      const { replies, gone } = await findGone(client, reading, this.#keys, after, options.stands ?? {})
      if (gone !== undefined)
        throw new LogWentBackError(gone, after[gone]!)
      return replies[0] as [key: string, entries: [id: string, texts: string[]][]][] | null
    }, blockMs, options)
    const found: Entry[] = []
    for (const [key, entries] of reply ?? []) {
      const stream = this.#keys.streamOf(key)
      for (const [id, texts] of entries) {
        if (found.length < options.limit)
          found.push({ stream, id, fields: toFields(texts) })
      }
    }
    return this.#withBytes(found)
  }

  async sizes(stream: string, after: EntryId, limit: number): Promise<{ id: EntryId, bytes: number }[]> {
    checkStream(stream)
    const found = await this.#commands.run(client => client.eval(sizesScript, 1, this.#keys.stream(stream), after, limit)) as (string | number)[]
    return Array.from({ length: found.length / 2 }, (_, i) => ({ id: String(found[2 * i]), bytes: Number(found[2 * i + 1]) }))
  }

  async holds(at: Readonly<Record<string, EntryId>>, stands: Stands): Promise<boolean> {
    return this.#commands.run(async client => (await findGone(client, client.pipeline(), this.#keys, at, stands)).gone === undefined)
  }

  async range(stream: string, from: EntryId, to: EntryId, limit: number): Promise<Entry[]> {
    checkStream(stream)
    const entries = await this.#commands.run(client => client.xrange(this.#keys.stream(stream), from, to, 'COUNT', limit))
    return this.#withBytes(entries.map(([id, texts]) => ({ stream, id, fields: toFields(texts) })))
  }

  async bounds(stream: string): Promise<{ first: EntryId, last: EntryId } | undefined> {
    checkStream(stream)
    const key = this.#keys.stream(stream)
    const [[first], [last]] = await this.#commands.run(client => Promise.all([
      client.xrange(key, '-', '+', 'COUNT', 1),
      client.xrevrange(key, '+', '-', 'COUNT', 1),
    ]))
    return first && last ? { first: first[0], last: last[0] } : undefined
  }

  async streams(): Promise<string[]> {
    const keys = await scanStreams(command => this.#commands.run(command), this.#keys.all)
    const names = keys.map(key => this.#keys.streamOf(key))
    const held = await Promise.all(names.map(async name => isStreamName(name) && await this.bounds(name) !== undefined))
    return names.filter((_, i) => held[i]).sort()
  }

  async importEntries(stream: string, entries: readonly Entry[]): Promise<{ renamed: number }> {
    checkStream(stream)
    const now = Date.now()
    const bytes = entries.reduce((sum, { fields }) => sum + JSON.stringify(fields).length, 0)
    const answers = await this.#commands.run(async (client) => {
      const pipeline = client.pipeline()
      for (const { id, fields } of entries) {
        pipeline.xadd(this.#keys.stream(stream), id, ...Object.entries(fields).flat())
        const identity = identityOf(fields)
        const left = entryMs(id) + IDENTITY_WINDOW_MS - now
        if (identity !== undefined && left > 0)
          pipeline.set(this.#keys.identity(identity), id, 'PX', left)
      }
      return await pipeline.exec() ?? []
    }, bytes)
    const failed = answers.find(([error]) => error)
    if (failed)
      throw failed[0]!
    return { renamed: 0 }
  }

  async trim(stream: string, before: EntryId, { lease, token }: Fence): Promise<number | Fenced> {
    checkStream(stream)
    const keys = [this.#keys.stream(stream), this.#keys.trimmed(stream), this.#keys.lease(lease)]
    const removed = await this.#commands.run(client => client.eval(trimScript, keys.length, ...keys, before, token))
    return removed === null ? { outcome: 'fenced' } : Number(removed)
  }

  async trimmed(stream: string): Promise<EntryId | undefined> {
    checkStream(stream)
    return await this.#commands.run(client => client.get(this.#keys.trimmed(stream))) ?? undefined
  }

  async epoch(): Promise<string> {
    return this.#renew('')
  }

  async renewEpoch(seen: string): Promise<string> {
    return this.#renew(seen)
  }

  async putCheckpoint({ body, ...head }: Checkpoint, keep: number, { lease, token }: Fence): Promise<{ outcome: 'kept' } | Fenced> {
    const kept = await this.#commands.run(client => client.eval(
      putCheckpointScript, 4, ...this.#keys.checkpoints, this.#keys.lease(lease), head.name, head.at, JSON.stringify(head),
      Buffer.from(body.buffer, body.byteOffset, body.byteLength), keep, token,
    ), body.byteLength)
    return { outcome: kept === null ? 'fenced' : 'kept' }
  }

  async listCheckpoints(): Promise<Omit<Checkpoint, 'body'>[]> {
    const heads = await this.#commands.run(client => client.hvals(this.#keys.checkpoints[1]))
    return heads.map(head => JSON.parse(head) as Omit<Checkpoint, 'body'>)
      .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  }

  async getCheckpoint(name: string): Promise<Checkpoint | undefined> {
    const [, heads, bodies] = this.#keys.checkpoints
    const [head, body] = await this.#commands.run(client => Promise.all([client.hget(heads, name), client.hgetBuffer(bodies, name)]))
    return head && body ? { ...JSON.parse(head) as Omit<Checkpoint, 'body'>, body } : undefined
  }

  async secret(name: string, keep?: Uint8Array): Promise<Uint8Array> {
    checkStream(name)
    const kept = keep === undefined ? '' : Buffer.from(keep).toString('latin1')
    return Buffer.from(String(await this.#commands.run(client => client.eval(secretScript, 1, this.#keys.secret(name), kept, newSecretTail()))), 'latin1')
  }

  async acquireLease(name: string, holder: string, ttlMs: number): Promise<Lease | undefined> {
    const answer = await this.#commands.run(client => client.eval(acquireLeaseScript, 1, this.#keys.lease(name), holder, Math.ceil(ttlMs)))
    if (!Array.isArray(answer))
      return undefined
    const [token, until] = answer as [number, number]
    return { token, until }
  }

  async releaseLease(name: string, holder: string): Promise<void> {
    await this.#commands.run(client => client.eval(releaseLeaseScript, 1, this.#keys.lease(name), holder))
  }

  async time(): Promise<EpochMs> {
    return Number(await this.#commands.run(client => client.eval(timeScript, 1, this.#keys.epoch)))
  }

  async ping(): Promise<number> {
    const start = performance.now()
    await this.#commands.run(client => client.exists(this.#keys.epoch))
    return performance.now() - start
  }

  async probe(): Promise<void> {
    await this.#commands.run(client => client.set(this.#keys.probe, '1', 'PX', PROBE_MS))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#readers[Symbol.dispose]()
    this.#watch[Symbol.dispose]()
    this.#commands[Symbol.dispose]()
    this.#waiting[Symbol.dispose]()
  }

  /** Entries that may hold another encoding than UTF-8 are read once more, as bytes: as texts those are lost. */
  async #withBytes(entries: Entry[]): Promise<Entry[]> {
    if (!entries.some(({ fields }) => mayBeUnreadable(fields)))
      return entries
    return Promise.all(entries.map(async (entry) => {
      if (!mayBeUnreadable(entry.fields))
        return entry
      const [again] = await this.#commands.run(client => client.xrangeBuffer(this.#keys.stream(entry.stream), entry.id, entry.id))
      return again ? { ...entry, fields: withBytes(entry.fields, again[1]) } : entry
    }))
  }

  /** A server that does not know the script yet, or forgot it, is sent its text. */
  async #runAppend({ keys, args, bytes }: AppendCall): Promise<Answer[]> {
    return await this.#commands.run(async (client) => {
      try {
        return await client.evalsha(APPEND_SHA, keys.length, ...keys, ...args)
      }
      catch (error) {
        if (!(error instanceof Error && error.message.startsWith('NOSCRIPT')))
          throw error
        return await client.eval(appendScript, keys.length, ...keys, ...args)
      }
    }, bytes) as Answer[]
  }

  async #renew(seen: string): Promise<string> {
    return String(await this.#commands.run(client => client.eval(epochScript, 1, this.#keys.epoch, seen, this.#randomId())))
  }
}

/** Replicas may have confirmed it, which says nothing of the disk. */
function atMostDurable({ answers, reached }: { answers: Answer[]; reached: Durability }): { answers: Answer[]; reached: Durability } {
  return { answers, reached: reached === 'replicated' ? 'kill-not-power' : reached }
}
