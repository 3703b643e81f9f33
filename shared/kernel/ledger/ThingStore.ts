import type { EntryId } from '../../words/entryId.ts'
import type { GridDigest } from '../GridDigest.ts'
import type { AnyDefinition } from './AnyDefinition.ts'
import type { LedgerSlice } from './LedgerSlice.ts'
import type { Thing } from './Thing.ts'
import { compareEntryIds, entryMs } from '../../words/entryId.ts'
import { ledgerKind } from './ledgerKind.ts'
import { thingParts } from './thingParts.ts'

/** Puts things into a slice and takes them out: what is held of each node, who waits to leave, keys, and the digest go along. */
export class ThingStore<Stage extends string> {
  private readonly kind
  private readonly parts
  private readonly ends: ReadonlySet<string>

  constructor(private readonly definition: AnyDefinition) {
    this.kind = ledgerKind(definition.name)
    this.parts = thingParts(definition)
    this.ends = new Set(definition.ends)
  }

  add(digest: GridDigest, { things, held, ended, keys }: LedgerSlice<Stage>, thing: Thing<Stage>): void {
    digest.put(thing.node, 1, this.kind, this.parts(thing))
    things.set(thing.id, thing)
    held[thing.node]!++
    if (thing.endedEntry !== undefined)
      insert(ended[thing.node]!, thing)
    else if (thing.key !== undefined)
      keys.set(keyOf(thing.node, thing.key), thing.id)
  }

  /** Takes a thing out before it is changed; {@link add} puts it back. It keeps its place among all. */
  take(digest: GridDigest, { held, ended, keys }: LedgerSlice<Stage>, thing: Thing<Stage>): void {
    digest.put(thing.node, -1, this.kind, this.parts(thing))
    held[thing.node]!--
    if (thing.endedEntry !== undefined)
      ended[thing.node]!.splice(ended[thing.node]!.indexOf(thing), 1)
    else if (thing.key !== undefined)
      keys.delete(keyOf(thing.node, thing.key))
  }

  remove(digest: GridDigest, slice: LedgerSlice<Stage>, thing: Thing<Stage>): void {
    this.take(digest, slice, thing)
    slice.things.delete(thing.id)
  }

  /** Writes which entry ended a thing, or that none has. One that has ended stays so by the entry that did it. */
  setEnded(thing: Thing<Stage>, entry: EntryId): void {
    if (this.ends.has(thing.stage))
      thing.endedEntry ??= entry
    else
      delete thing.endedEntry
  }

  /** Of ended things the oldest leaves where a node holds its most. */
  makeRoom(digest: GridDigest, slice: LedgerSlice<Stage>, node: number): void {
    if (slice.held[node]! >= this.definition.most)
      this.remove(digest, slice, slice.ended[node]![0]!)
  }

  hasRoom({ held, ended }: LedgerSlice<Stage>, node: number): boolean {
    return held[node]! < this.definition.most || ended[node]!.length > 0
  }

  /** Id of the open thing of a node that has a natural key. */
  holderOf({ keys }: LedgerSlice<Stage>, node: number, key: string): string | undefined {
    return keys.get(keyOf(node, key))
  }

  /** Whether a thing ended so long before an entry that this entry's time makes it leave. */
  isToLeave({ endedEntry }: Thing<Stage>, entry: EntryId): boolean {
    return endedEntry !== undefined && entryMs(endedEntry) < entryMs(entry) - this.definition.keptMs
  }

  letGo(digest: GridDigest, slice: LedgerSlice<Stage>, node: number, entry: EntryId): void {
    for (let [oldest] = slice.ended[node]!; oldest && this.isToLeave(oldest, entry); [oldest] = slice.ended[node]!)
      this.remove(digest, slice, oldest)
  }
}

/** What ended stands oldest first; one that is put back after a change stands where it was. */
function insert(queue: Thing[], thing: Thing): void {
  let at = queue.length
  while (at > 0 && compareEntryIds(queue[at - 1]!.endedEntry!, thing.endedEntry!) > 0)
    at--
  queue.splice(at, 0, thing)
}

function keyOf(node: number, key: string): string {
  return `${node} ${key}`
}
