import type { RegionCode } from '../../words/regionCode.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { NodeIndex } from '../NodeIndex.ts'
import type { LedgerSlice } from './LedgerSlice.ts'
import type { Thing } from './Thing.ts'
import { compareEntryIds } from '../../words/entryId.ts'
import { isWithin } from '../../words/regionCode.ts'

/** Which things of a ledger somebody wants to see; what is left out does not narrow. */
export interface Wanted<Stage extends string, Clock extends string, Dimension extends string> {
  region: RegionCode
  stages?: readonly Stage[]
  is?: { readonly [D in Dimension]?: string }
  marked?: string
  /** Only those of which this clock has run out, as of `now`. */
  late?: Clock
  now: EpochMs
  /** By when a clock runs out, those without it last; else as they were opened, or newest change first. Never by what persons did. */
  order: { due: Clock } | 'opened' | 'changed'
  most: number
}

/** The first `most` things of those wanted, in order, and how many there are. */
export function listThings<Stage extends string, Clock extends string, Dimension extends string>(nodes: NodeIndex, slice: LedgerSlice<Stage>, wanted: Wanted<Stage, Clock, Dimension>): { things: Thing<Stage>[]; of: number } {
  const { order, most } = wanted
  const rank = (thing: Thing<Stage>) => order === 'opened' ? 0 : order === 'changed' ? -thing.stageAt : thing.due[order.due] ?? Infinity
  const found = [...slice.things.values()].filter(thing => isWanted(nodes, thing, wanted))
    .map(thing => ({ thing, rank: rank(thing) }))
    .sort((a, b) => a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : compareEntryIds(a.thing.openedEntry, b.thing.openedEntry))
  return { things: found.slice(0, most).map(({ thing }) => thing), of: found.length }
}

function isWanted<Stage extends string, Clock extends string, Dimension extends string>(nodes: NodeIndex, thing: Thing<Stage>, { region, stages, is = {}, marked, late, now }: Wanted<Stage, Clock, Dimension>): boolean {
  return isWithin(nodes.codes[thing.node]!, region)
    && (!stages || stages.includes(thing.stage))
    && Object.entries(is).every(([name, value]) => thing.is[name] === value)
    && (marked === undefined || thing.marks.includes(marked))
    && (late === undefined || (thing.due[late] !== undefined && thing.due[late] <= now))
}
