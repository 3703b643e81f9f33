import type { EntryId } from '../../words/entryId.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { Rows } from '../counters/Rows.ts'

/** One thing of a ledger as folded so far. Moments are epoch ms by the events' own clocks. */
export interface Thing<Stage extends string = string> {
  id: string
  /** Index of the grid or region that it belongs to. */
  node: number
  stage: Stage
  openedAt: EpochMs
  /** Entry that opened it: what it is known by in a digest, since every audience has it. */
  openedEntry: EntryId
  stageAt: EpochMs
  /** Of each clock that runs: when it runs out. */
  due: Record<string, EpochMs>
  marks: string[]
  /** Values of its dimensions. */
  is: Record<string, string>
  fields: Record<string, unknown>
  /** How many it needs, and has. */
  needs: number
  has: number
  /** Its natural key, which no other open thing of its node has. */
  key?: string | undefined
  /** Entry that ended it; undefined while it is open. */
  endedEntry?: EntryId | undefined
  /** Number of events that made it what it is. */
  version: number
}

/** A thing as it travels: its node by code. */
export type ThingRecord<Stage extends string = string> = Omit<Thing<Stage>, 'node'> & { region: RegionCode }

/** The things of a ledger as they travel, and their counters. */
export interface LedgerPart<Stage extends string = string> {
  things: ThingRecord<Stage>[]
  rows: Rows
}
