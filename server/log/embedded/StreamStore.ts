import type { Database, RootDatabase } from 'lmdb'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Standing } from '../standing.ts'
import type { Entry } from '../EventLog.ts'
import type { FieldsCodec } from './FieldsCodec.ts'
import type { Position } from './position.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'
import { entryBytes } from '../entryBytes.ts'
import { MOST_ENTRY_BYTES } from '../mostEntryBytes.ts'
import { isStanding } from '../standing.ts'
import { commit } from './commit.ts'
import { entryIdAt, nextPosition, positionFrom, positionUpTo } from './position.ts'

/** So that a long trim or search never holds the writer for more than some milliseconds. */
const TRIMMED_AT_ONCE = 2000
const SEARCHED_AT_ONCE = 2000

/** The entries of one stream. */
export class StreamStore {
  readonly stream: string
  readonly #entries: Database<string, Position>
  readonly #heads: Database<Position, string>
  readonly #marks: Database<EntryId, string>
  readonly #codec: FieldsCodec
  #last: Position

  /**
   * `heads` keeps each stream's newest position for ever: ids grow even over a trimmed stream and a clock that stepped back. `marks` keeps
   * before what it was trimmed.
   */
  constructor(stream: string, root: RootDatabase, { heads, marks }: { heads: Database<Position, string>, marks: Database<EntryId, string> }, codec: FieldsCodec) {
    this.stream = stream
    this.#marks = marks
    this.#entries = root.openDB<string, Position>(`stream:${stream}`, { encoding: 'string' })
    this.#heads = heads
    this.#codec = codec
    this.#last = heads.get(stream) ?? 0
  }

  /** Inside a transaction only. `text` comes from the codec. */
  append(text: string, now: number): EntryId {
    return this.appendAt(text, nextPosition(this.#last, now))
  }

  /** Inside a transaction only. At `wanted`, or behind the last entry where that is not before it. */
  appendAt(text: string, wanted: Position): EntryId {
    const position = Math.max(wanted, this.#last + 1)
    this.#last = position
    void this.#entries.put(position, text)
    void this.#heads.put(this.stream, position)
    return entryIdAt(position)
  }

  after(id: EntryId, limit: number, found: Entry[]): void {
    if (limit <= 0)
      return
    const { stream } = this
    for (const { key, value } of this.#entries.getRange({ start: positionUpTo(id) + 1, limit }))
      found.push({ stream, id: entryIdAt(key), fields: this.#codec.decode(value) })
  }

  range(from: EntryId, to: EntryId, limit: number, mostBytes: number): Entry[] {
    const found: Entry[] = []
    let left = mostBytes
    for (const { key, value } of limit <= 0 ? [] : this.#entries.getRange({ start: positionFrom(from), end: positionUpTo(to) + 1, limit })) {
      const fields = this.#codec.decode(value)
      const bytes = mostBytes === Number.POSITIVE_INFINITY ? 0 : entryBytes(fields)
      const isTooLarge = bytes > MOST_ENTRY_BYTES
      left -= isTooLarge ? 0 : bytes
      if (left < 0 && found.length > 0)
        break
      found.push({ stream: this.stream, id: entryIdAt(key), ...isTooLarge ? { fields: {}, tooLarge: bytes } : { fields } })
    }
    return found
  }

  /** What stands from `from` to `to`, both included, as the codec wrote it. */
  texts(from: Position, to: Position): Iterable<{ key: Position, value: string }> {
    return this.#entries.getRange({ start: from, end: to + 1 })
  }

  /** Looks at the next entries after `after`: the first about one of `subjects`; or how far it looked if there are more; or undefined at the end. */
  findAbout(subjects: ReadonlySet<string | undefined>, after: EntryId): { found: EntryId } | { further: EntryId } | undefined {
    let count = 0
    for (const { key, value } of this.#entries.getRange({ start: positionUpTo(after) + 1, limit: SEARCHED_AT_ONCE })) {
      if (subjects.has(this.#codec.decode(value).subject))
        return { found: entryIdAt(key) }
      if (++count === SEARCHED_AT_ONCE)
        return { further: entryIdAt(key) }
    }
    return undefined
  }

  bounds(): { first: EntryId, last: EntryId } | undefined {
    const [first] = this.#entries.getKeys({ limit: 1 })
    const [last] = this.#entries.getKeys({ limit: 1, reverse: true })
    return first === undefined || last === undefined ? undefined : { first: entryIdAt(first), last: entryIdAt(last) }
  }

  /** Before what it was trimmed. */
  get trimmed(): EntryId | undefined {
    return this.#marks.get(this.stream)
  }

  /** Whether the entry at `id` is there with that content, or was trimmed. */
  holds(id: EntryId, seen: Standing): boolean {
    const position = positionUpTo(id)
    const text = entryIdAt(position) === id ? this.#entries.get(position) : undefined
    if (text !== undefined)
      return isStanding(this.#codec.decode(text), seen)
    const { trimmed } = this
    return trimmed !== undefined && compareEntryIds(id, trimmed) < 0
  }

  /** Undefined where `mayWrite`, asked inside each transaction, says no; what went before that stays removed. */
  async trim(before: EntryId, mayWrite: () => boolean): Promise<number | undefined> {
    const end = positionFrom(before)
    let total = 0
    let removed: number | undefined
    do {
      removed = await commit(this.#entries, () => {
        if (!mayWrite())
          return undefined
        const { trimmed } = this
        if (trimmed === undefined || compareEntryIds(trimmed, before) < 0)
          void this.#marks.put(this.stream, before)
        const keys = [...this.#entries.getKeys({ end, limit: TRIMMED_AT_ONCE })]
        for (const key of keys)
          void this.#entries.remove(key)
        return keys.length
      })
      if (removed === undefined)
        return undefined
      total += removed
    } while (removed === TRIMMED_AT_ONCE)
    return total
  }
}
