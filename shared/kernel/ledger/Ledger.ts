import type { EntryId } from '../../words/entryId.ts'
import type { GridCode } from '../../words/regionCode.ts'
import type { StreamName } from '../../words/stream.ts'
import type { EpochMs } from '../../words/time.ts'
import type { Folded } from '../Folded.ts'
import type { Ground } from '../Ground.ts'
import type { LedgerDefinition } from './LedgerDefinition.ts'
import type { LedgerSlice } from './LedgerSlice.ts'
import type { Thing, ThingRecord } from './Thing.ts'
import { compareEntryIds, entryMs } from '../../words/entryId.ts'
import { hash32 } from '../../words/hash32.ts'
import { partsOf } from '../partsOf.ts'
import { unlawful } from '../unlawful.ts'
import { ledgerKind } from './ledgerKind.ts'

/** What a ledger takes of an event. */
export interface LedgerEvent<Happening extends string> {
  stream: StreamName
  entry: EntryId
  happening: Happening
  subject: string
  /** Where a thing is opened; later its own grid stands. */
  grid?: GridCode | undefined
  at: EpochMs
}

const text = (value: string) => hash32(value)

/** Ids and grids have another form in each scope: the entry that opened it and the digest's own grid stand for them. */
const parts = partsOf<Omit<Thing, 'id' | 'grid'>>({
  stage: text,
  openedAt: Number,
  openedEntry: text,
  stageAt: Number,
  dueAt: Number,
  endedEntry: entry => entry === undefined ? 0 : hash32(entry),
  version: Number,
})

/** Folds any thing with stages by its definition: slice, digest, bounds, leaving, lateness and records follow from that alone. */
export class Ledger<Stage extends string, Happening extends string> {
  private readonly kind
  private readonly ends: ReadonlySet<Stage>

  constructor(private readonly definition: LedgerDefinition<Stage, Happening>) {
    this.kind = ledgerKind(definition.name)
    this.ends = new Set(definition.ends)
  }

  empty({ index }: Pick<Ground, 'index'>): LedgerSlice<Stage> {
    return { things: new Map(), ended: index.grids.map(() => []), held: new Int32Array(index.grids.length) }
  }

  /** Applies one event, in place; O(1) over time. Never throws on data, and what is refused changes nothing. */
  fold(ground: Ground, slice: LedgerSlice<Stage>, event: LedgerEvent<Happening>): Folded {
    const known = slice.things.get(event.subject)
    const before = known && !this.isToLeave(known, event.entry) ? known : undefined
    const stage = this.definition.table[before?.stage ?? 'none'][event.happening]
    if (stage === undefined)
      return before ? unlawful('type', `What is ${before.stage} cannot be ${event.happening}.`) : unlawful('subject', 'No such thing is known; open it first.')
    const grid = before?.grid ?? ground.index.grid(event.grid)
    if (grid < 0)
      return { outcome: 'rejected', refusal: { reason: 'outside-district', path: 'data.grid', message: 'Give a grid of this district.' } }
    // Whether an id is free again its own grid's entries alone say, so that every scope says the same.
    if (known && known.grid !== grid)
      return unlawful('subject', 'This id is taken in another grid; use a new one.')
    if (!before && !this.hasRoom(slice, grid))
      return unlawful('subject', `${this.definition.most} are open in this grid already; end one first.`)
    this.letGo(ground, slice, grid, event.entry)
    const thing = before ?? this.open(ground, slice, grid, stage, event)
    if (before)
      ground.digest.put(grid, -1, this.kind, parts(before))
    this.move(slice, thing, stage, event)
    ground.digest.put(grid, 1, this.kind, parts(thing))
    return { outcome: 'applied', touched: { stream: event.stream, grids: [grid], hours: false } }
  }

  /** Whether its clock has run out. @param now epoch ms */
  isLate({ dueAt }: Thing<Stage>, now: EpochMs): boolean {
    return dueAt > 0 && dueAt <= now
  }

  /** The things as plain JSON, as they were opened. */
  write({ basis }: Pick<Ground, 'basis'>, { things }: LedgerSlice<Stage>): ThingRecord<Stage>[] {
    return [...things.values()].sort((a, b) => compareEntryIds(a.openedEntry, b.openedEntry)).map(each => ({ ...each, grid: basis.grids[each.grid]! }))
  }

  /** Fills an empty slice, and its share of the digest. */
  read(ground: Ground, slice: LedgerSlice<Stage>, records: readonly ThingRecord<Stage>[]): void {
    for (const record of records) {
      const thing = { ...record, grid: ground.index.grid(record.grid) }
      slice.things.set(thing.id, thing)
      slice.held[thing.grid]!++
      if (thing.endedEntry !== undefined)
        slice.ended[thing.grid]!.push(thing)
      ground.digest.put(thing.grid, 1, this.kind, parts(thing))
    }
    for (const queue of slice.ended)
      queue.sort((a, b) => compareEntryIds(a.endedEntry!, b.endedEntry!))
  }

  private open({ digest }: Ground, slice: LedgerSlice<Stage>, grid: number, stage: Stage, { subject, entry, at }: LedgerEvent<Happening>): Thing<Stage> {
    if (slice.held[grid]! >= this.definition.most)
      this.remove(digest, slice, slice.ended[grid]![0]!)
    const thing: Thing<Stage> = { id: subject, grid, stage, openedAt: at, openedEntry: entry, stageAt: at, dueAt: 0, version: 0 }
    slice.things.set(subject, thing)
    slice.held[grid]!++
    return thing
  }

  private move({ ended }: LedgerSlice<Stage>, thing: Thing<Stage>, stage: Stage, { entry, happening, at }: LedgerEvent<Happening>): void {
    const { clock } = this.definition
    if (stage !== thing.stage)
      thing.stageAt = at
    thing.stage = stage
    thing.version++
    if (clock?.startedBy.includes(happening))
      thing.dueAt = at + clock.limitMs
    const queue = ended[thing.grid]!
    if (!this.ends.has(stage)) {
      if (thing.endedEntry !== undefined)
        queue.splice(queue.indexOf(thing), 1)
      delete thing.endedEntry
    }
    else if (thing.endedEntry === undefined) {
      thing.dueAt = 0
      thing.endedEntry = entry
      queue.push(thing)
    }
  }

  private hasRoom({ held, ended }: LedgerSlice<Stage>, grid: number): boolean {
    return held[grid]! < this.definition.most || ended[grid]!.length > 0
  }

  private isToLeave({ endedEntry }: Thing<Stage>, entry: EntryId): boolean {
    return endedEntry !== undefined && entryMs(endedEntry) < entryMs(entry) - this.definition.keptMs
  }

  private letGo({ digest }: Ground, slice: LedgerSlice<Stage>, grid: number, entry: EntryId): void {
    for (let [oldest] = slice.ended[grid]!; oldest && this.isToLeave(oldest, entry); [oldest] = slice.ended[grid]!)
      this.remove(digest, slice, oldest)
  }

  private remove(digest: Ground['digest'], { things, ended, held }: LedgerSlice<Stage>, gone: Thing<Stage>): void {
    digest.put(gone.grid, -1, this.kind, parts(gone))
    things.delete(gone.id)
    held[gone.grid]!--
    ended[gone.grid]!.shift()
  }
}
