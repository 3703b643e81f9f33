import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Append, Appended, Checkpoint, Durability, Entry, EventLog, Fence, Fenced, FencedAppend, GuardedAppend, Lease, Stale } from '../EventLog.ts'
import type { Appends } from './Appends.ts'
import type { RedisTarget } from './RedisTarget.ts'
import { randomUUID } from 'node:crypto'
import { entryMs } from '../../../shared/words/entryId.ts'
import { checkAppend, checkStream, isStreamName } from '../checkAppend.ts'
import { identityOf, IDENTITY_WINDOW_MS } from '../identityOf.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { newSecretTail } from '../newSecretTail.ts'
import { appendsByReach } from './appendsByReach.ts'
import { BlockingReaders } from './BlockingReaders.ts'
import { epochScript } from './lua/epochScript.ts'
import { acquireLeaseScript, releaseLeaseScript } from './lua/leaseScripts.ts'
import { secretScript } from './lua/secretScript.ts'
import { timeScript } from './lua/timeScript.ts'
import { trimScript } from './lua/trimScript.ts'
import { checkPermissions } from './checkPermissions.ts'
import { RedisCheckpoints } from './RedisCheckpoints.ts'
import { RedisConnection } from './RedisConnection.ts'
import { RedisKeys } from './RedisKeys.ts'
import { RedisReader } from './RedisReader.ts'
import { describeTarget } from './RedisTarget.ts'
import { scanStreams } from './scanStreams.ts'
import { ServerWatch } from './ServerWatch.ts'

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
  readonly #ranges: BlockingReaders
  readonly #reader: RedisReader
  readonly #checkpoints: RedisCheckpoints
  readonly #appends: Readonly<Record<Durability, Appends>>

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
    this.#ranges = new BlockingReaders(options.target, this.address)
    this.#reader = new RedisReader(keys, { commands, readers: this.#readers, ranges: this.#ranges })
    this.#checkpoints = new RedisCheckpoints(keys, commands)
    this.#appends = appendsByReach({ keys, commands, waiting, watch })
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

  async read(...asked: Parameters<EventLog['read']>): Promise<Entry[]> {
    return this.#reader.read(...asked)
  }

  async holds(...asked: Parameters<EventLog['holds']>): Promise<boolean> {
    return this.#reader.holds(...asked)
  }

  async range(...asked: Parameters<EventLog['range']>): Promise<Entry[]> {
    return this.#reader.range(...asked)
  }

  async bounds(stream: string): Promise<{ first: EntryId, last: EntryId } | undefined> {
    return this.#reader.bounds(stream)
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

  async putCheckpoint(...asked: Parameters<EventLog['putCheckpoint']>): Promise<{ outcome: 'kept' } | Fenced> {
    return this.#checkpoints.putCheckpoint(...asked)
  }

  async listCheckpoints(): Promise<Omit<Checkpoint, 'body'>[]> {
    return this.#checkpoints.listCheckpoints()
  }

  async getCheckpoint(name: string): Promise<Checkpoint | undefined> {
    return this.#checkpoints.getCheckpoint(name)
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
    this.#ranges[Symbol.dispose]()
    this.#watch[Symbol.dispose]()
    this.#commands[Symbol.dispose]()
    this.#waiting[Symbol.dispose]()
  }

  async #renew(seen: string): Promise<string> {
    return String(await this.#commands.run(client => client.eval(epochScript, 1, this.#keys.epoch, seen, this.#randomId())))
  }
}
