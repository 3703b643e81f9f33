import type { EntryId } from '../../words/entryId.ts'
import type { EpochMs } from '../../words/time.ts'

/** One thing of a ledger as folded so far. Moments are epoch ms by the events' own clocks. */
export interface Thing<Stage extends string = string> {
  id: string
  /** Index of its grid. */
  grid: number
  stage: Stage
  openedAt: EpochMs
  /** Entry that opened it: what it is known by in a digest, since every audience has it. */
  openedEntry: EntryId
  stageAt: EpochMs
  /** When its clock runs out; 0 where none runs. */
  dueAt: EpochMs
  /** Entry that ended it; undefined while it is open. */
  endedEntry?: EntryId | undefined
  /** Number of events that made it what it is. */
  version: number
}

/** A thing as it travels: its grid by code. */
export type ThingRecord<Stage extends string = string> = Omit<Thing<Stage>, 'grid'> & { grid: string }
