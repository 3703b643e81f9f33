import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Entry, EventLog, Stands } from '../EventLog.ts'
import type { BlockingReaders } from './BlockingReaders.ts'
import type { RedisClient } from './connectRedis.ts'
import type { RedisConnection } from './RedisConnection.ts'
import type { RedisKeys } from './RedisKeys.ts'
import { Slots } from '../../Slots.ts'
import { checkStream } from '../checkAppend.ts'
import { LogWentBackError } from '../LogWentBackError.ts'
import { MOST_BATCH_BYTES } from '../mostBatchBytes.ts'
import { MOST_ENTRY_BYTES } from '../mostEntryBytes.ts'
import { mayBeUnreadable, withBytes } from '../notUtf8.ts'
import { findGone } from './findGone.ts'
import { boundsScript } from './lua/boundsScript.ts'
import { rangeScript } from './lua/rangeScript.ts'
import { toFields } from './toFields.ts'

const RANGES_AT_ONCE = 8

type Positions = Readonly<Record<string, EntryId>>

/** Reads entries, and proves that those read before still stand. */
export class RedisReader implements Pick<EventLog, 'read' | 'holds' | 'range' | 'bounds'> {
  private readonly commands: RedisConnection
  private readonly readers: BlockingReaders
  private readonly ranges: BlockingReaders
  private turn = 0
  private readonly slots = new Slots(RANGES_AT_ONCE)

  /** @param connections for what is answered at once, for who waits, and for who reads much */
  constructor(private readonly keys: RedisKeys, connections: { commands: RedisConnection, readers: BlockingReaders, ranges: BlockingReaders }) {
    this.commands = connections.commands
    this.readers = connections.readers
    this.ranges = connections.ranges
  }

  async read(after: Positions, options: { limit: number, blockMs: number, signal?: AbortSignal, stands?: Stands, mostBytes?: number }): Promise<Entry[]> {
    const names = Object.keys(after)
    names.forEach(checkStream)
    // Who comes first moves on with each call, so that a busy stream never hides another when the limit cuts.
    const first = this.turn++ % Math.max(1, names.length)
    const turned = [...names.slice(first), ...names.slice(0, first)]
    const count = Math.max(1, Math.floor(options.limit / names.length))
    const streams = [...turned.map(name => this.keys.stream(name)), ...turned.map(name => after[name]!)]
    const blockMs = Math.ceil(options.blockMs)
    const reply = await this.readers.run(async (client) => {
      // The proof goes right behind the read, on the same connection: it is made by the server that answers, after what it answers.
      const reading = blockMs > 0
        ? client.pipeline().xread('COUNT', count, 'BLOCK', blockMs, 'STREAMS', ...streams)
        : client.pipeline().xread('COUNT', count, 'STREAMS', ...streams)
      const { replies, gone } = await findGone(client, reading, this.keys, after, options.stands ?? {})
      if (gone !== undefined)
        throw new LogWentBackError(gone, after[gone]!)
      return replies[0] as [key: string, entries: [id: string, texts: string[]][]][] | null
    }, blockMs, options)
    const found: Entry[] = []
    for (const [key, entries] of reply ?? []) {
      const stream = this.keys.streamOf(key)
      for (const [id, texts] of entries) {
        if (found.length < options.limit)
          found.push({ stream, id, fields: toFields(texts) })
      }
    }
    return this.withBytes(found)
  }

  async holds(at: Positions, stands: Stands): Promise<boolean> {
    return this.commands.run(async client => (await findGone(client, client.pipeline(), this.keys, at, stands)).gone === undefined)
  }

  async range(stream: string, from: EntryId, to: EntryId, limit: number, mostBytes = MOST_BATCH_BYTES): Promise<Entry[]> {
    checkStream(stream)
    const key = this.keys.stream(stream)
    const read = (client: RedisClient) => mostBytes === Number.POSITIVE_INFINITY
      ? client.xrange(key, from, to, 'COUNT', limit)
      : client.eval(rangeScript, 1, key, from, to, limit, mostBytes, MOST_ENTRY_BYTES) as Promise<[id: string, texts: string[] | number][]>
    // Much goes over a connection of its own: what is late there stops nobody else, and is not waited for once it is given up.
    const entries = limit === 1 && mostBytes !== Number.POSITIVE_INFINITY ? await this.commands.run(read) : await this.slots.run(() => this.ranges.run(read, 0))
    return this.withBytes((entries ?? []).map(([id, texts]) => ({ stream, id, ...typeof texts === 'number' ? { fields: {}, tooLarge: texts } : { fields: toFields(texts) } })))
  }

  async bounds(stream: string): Promise<{ first: EntryId, last: EntryId } | undefined> {
    checkStream(stream)
    const [first, last] = await this.commands.run(client => client.eval(boundsScript, 1, this.keys.stream(stream))) as (string | undefined)[]
    return first !== undefined && last !== undefined ? { first, last } : undefined
  }

  /** Entries that may hold another encoding than UTF-8 are read once more, as bytes: as texts those are lost. */
  private async withBytes(entries: Entry[]): Promise<Entry[]> {
    if (!entries.some(({ fields }) => mayBeUnreadable(fields)))
      return entries
    return Promise.all(entries.map(async (entry) => {
      if (!mayBeUnreadable(entry.fields))
        return entry
      const [again] = await this.commands.run(client => client.xrangeBuffer(this.keys.stream(entry.stream), entry.id, entry.id))
      return again ? { ...entry, fields: withBytes(entry.fields, again[1]) } : entry
    }))
  }
}
