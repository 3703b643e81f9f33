import type { EntryId } from '../../words/entryId.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Folded } from '../Folded.ts'
import type { Ground } from '../Ground.ts'
import type { AnyDefinition } from './AnyDefinition.ts'
import type { Cell, LedgerDefinition } from './LedgerDefinition.ts'
import type { LedgerEvent } from './LedgerEvent.ts'
import type { LedgerSlice } from './LedgerSlice.ts'
import type { LedgerPart, Thing } from './Thing.ts'
import { compareEntryIds } from '../../words/entryId.ts'
import { newest } from '../../words/newest.ts'
import { isWithin } from '../../words/regionCode.ts'
import { unlawful } from '../unlawful.ts'
import { amountsAfter } from './amountsAfter.ts'
import { applyHappening } from './applyHappening.ts'
import { LedgerCounts } from './LedgerCounts.ts'
import { redactThing } from './redactThing.ts'
import { ThingStore } from './ThingStore.ts'

/** Folds any thing with stages by its definition: slice, digest, bounds, leaving, moving, clocks, counters, records and redaction follow from that alone. */
export class Ledger<Stage extends string, Happening extends string, Clock extends string = never, Dimension extends string = never> {
  /** What of a part each audience may see. */
  readonly redact = {
    desk: (part: LedgerPart<Stage>): LedgerPart<Stage> => part,
    screen: (part: LedgerPart<Stage>, aliasOf: (id: string) => string): LedgerPart<Stage> => ({ ...part, things: part.things.map(thing => redactThing(this.rules, thing, aliasOf)) }),
  }

  private readonly rules: AnyDefinition
  private readonly store: ThingStore<Stage>

  constructor(definition: LedgerDefinition<Stage, Happening, Clock, Dimension>) {
    this.rules = definition
    this.store = new ThingStore(definition)
  }

  empty({ basis, index }: Pick<Ground, 'basis' | 'index'>): LedgerSlice<Stage> {
    return { things: new Map(), ended: index.nodes.codes.map(() => []), held: new Int32Array(index.nodes.codes.length), keys: new Map(), counts: new LedgerCounts(this.rules, { basis, index }) }
  }

  /** Applies one event, in place; O(1) over time. Never throws on data, and what is refused changes nothing. */
  fold(ground: Ground, slice: LedgerSlice<Stage>, event: LedgerEvent<Happening, Clock, Dimension>): Folded {
    const { nodes } = ground.index
    const known = slice.things.get(event.subject)
    const before = known && !this.store.isToLeave(known, event.entry) ? known : undefined
    if (Object.values<EpochMs | undefined>(event.due ?? {}).some(due => due !== undefined && due < event.at))
      return { outcome: 'rejected', refusal: { reason: 'bad-data', path: 'data.due', message: 'What is due cannot be due before the event.' } }
    const cell = this.cell(before?.stage ?? 'none', event.happening)
    if (cell === undefined)
      return before ? unlawful('type', `What is ${before.stage} cannot be ${event.happening}.`) : unlawful('subject', 'No such thing is known; open it first.')
    const named = nodes.node(event.region)
    const goes = before !== undefined && event.region !== undefined && named !== before.node && this.rules.moves?.includes(event.happening) === true
    const node = before && !goes ? before.node : named
    // A part of a district cannot know where a thing goes that leaves it.
    if (node < 0 && !(goes && isElsewhere(ground, event.region!)))
      return { outcome: 'rejected', refusal: { reason: 'outside-district', path: 'data.region', message: 'Give a region of this district.' } }
    const opens = before === undefined || goes
    const target = goes ? this.cell('none', event.happening) : cell
    const after = amountsAfter(this.rules, before && !goes ? before : undefined, target ?? cell, event)
    if (typeof after === 'string')
      return unlawful('data', after)
    const why = node < 0 ? undefined : this.whyNot(slice, known, goes, { node, opens, ends: this.rules.ends.includes(after.stage) }, event)
    if (why !== undefined)
      return unlawful('subject', why)

    const touched = goes ? [before.node, node].filter(each => each >= 0) : [node]
    if (goes)
      this.leave(ground, slice, before, event)
    if (node >= 0)
      this.enter(ground, slice, opens ? undefined : before, node, after, event)
    const gridCount = ground.basis.grids.length
    return { outcome: 'applied', touched: { stream: event.stream, grids: touched.filter(each => each < gridCount), regions: touched.filter(each => each >= gridCount).map(each => nodes.codes[each]!), hours: this.rules.counts !== undefined } }
  }

  /** Whether a clock of it has run out. @param now epoch ms */
  isLate({ due }: Thing<Stage>, clock: Clock, now: EpochMs): boolean {
    return due[clock] !== undefined && due[clock] <= now
  }

  /** The things as plain JSON, as they were opened, and the counters. Equal slices give equal parts. */
  write({ index }: Pick<Ground, 'index'>, { things, counts }: LedgerSlice<Stage>): LedgerPart<Stage> {
    return {
      things: [...things.values()].sort((a, b) => compareEntryIds(a.openedEntry, b.openedEntry)).map(({ node, ...thing }) => ({ ...thing, region: index.nodes.codes[node]! })),
      rows: counts.write({ index }),
    }
  }

  /** Fills an empty slice, and its share of the digest. The part is not kept nor changed. */
  read(ground: Ground, slice: LedgerSlice<Stage>, { things, rows }: LedgerPart<Stage>): void {
    for (const { region, ...record } of things)
      this.store.add(ground.digest, slice, { ...structuredClone(record), node: ground.index.nodes.node(region) })
    slice.counts.read(ground, rows)
  }

  /** What of a part lies in a region. */
  within({ things, rows }: LedgerPart<Stage>, region: RegionCode): LedgerPart<Stage> {
    return { things: things.filter(thing => isWithin(thing.region, region)), rows: Object.fromEntries(Object.entries(rows).filter(([row]) => isWithin(row, region))) }
  }

  /** When the newest change of a stage happened, epoch ms; 0 for never. */
  newestAt({ things }: LedgerSlice<Stage>): EpochMs {
    return newest(things.values(), ({ stageAt }) => stageAt)
  }

  private cell(stage: string, happening: string): Cell<Stage> | undefined {
    return this.rules.table[stage]![happening] as Cell<Stage> | undefined
  }

  private whyNot(slice: LedgerSlice<Stage>, known: Thing<Stage> | undefined, goes: boolean, { node, opens, ends }: { node: number; opens: boolean; ends: boolean }, event: LedgerEvent<Happening>): string | undefined {
    // Whether an id is free again its own node's entries alone say, so that every scope says the same.
    if (known && known.node !== node && !goes)
      return 'This id is taken in another region; use a new one.'
    if (opens && !this.store.hasRoom(slice, node))
      return `${this.rules.most} are open here already; end one first.`
    const key = opens ? event.key : known?.key
    const holder = ends || key === undefined ? undefined : this.store.holderOf(slice, node, key)
    return holder === undefined || holder === event.subject ? undefined : `It is already open as ${holder}.`
  }

  private leave(ground: Ground, slice: LedgerSlice<Stage>, thing: Thing<Stage>, { entry, happening, at }: LedgerEvent<Happening>): void {
    this.letGo(ground, slice, thing.node, entry)
    slice.counts.count(ground, thing, { happening, from: thing.stage, to: 'gone', at, stageAt: thing.stageAt, due: thing.due })
    this.store.remove(ground.digest, slice, thing)
  }

  private enter(ground: Ground, slice: LedgerSlice<Stage>, known: Thing<Stage> | undefined, node: number, { stage, needs, has }: { stage: Stage; needs: number; has: number }, event: LedgerEvent<Happening>): void {
    const { entry, happening, at } = event
    this.letGo(ground, slice, node, entry)
    if (!known)
      this.store.makeRoom(ground.digest, slice, node)
    const thing: Thing<Stage> = known ?? { id: event.subject, node, stage, openedAt: at, openedEntry: entry, stageAt: at, due: {}, marks: [], is: {}, fields: {}, needs, has, ...(event.key !== undefined && { key: event.key }), version: 0 }
    const before = { from: known?.stage ?? 'none', stageAt: thing.stageAt, due: { ...thing.due } }
    if (known)
      this.store.take(ground.digest, slice, known)
    applyHappening(this.rules, ground.basis, thing, stage, event)
    Object.assign(thing, { needs, has })
    this.store.setEnded(thing, entry)
    this.store.add(ground.digest, slice, thing)
    slice.counts.count(ground, thing, { happening, to: stage, at, ...before })
  }

  private letGo(ground: Ground, slice: LedgerSlice<Stage>, node: number, entry: EntryId): void {
    this.store.letGo(ground.digest, slice, node, entry)
    slice.counts.advance(ground, node, entry)
  }
}

function isElsewhere({ basis }: Ground, region: RegionCode): boolean {
  return basis.region !== basis.code && !isWithin(region, basis.region)
}
