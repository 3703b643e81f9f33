import type { Lanes } from '../../kernel/GridDigest.ts'
import type { EntryId } from '../../words/entryId.ts'
import type { SosOutcome } from './sosOutcomes.ts'

export const SOS_STAGES = ['calling', 'signed', 'ended'] as const

export type SosStage = (typeof SOS_STAGES)[number]

/** All that is told of a call for help, beside its share of the digest. Moments are epoch ms, 0 for never. */
export interface SosFacts {
  /** `sos:` and the entry that raised it. */
  readonly id: string
  readonly worker: string
  /** Index of the grid. */
  readonly grid: number
  /** When it was raised, and pressed last, by the phone's time. */
  readonly at: number
  againAt: number
  /** The last entry about it: the version that a command is held against. */
  entry: EntryId
  stage: SosStage
  /** Since when the seat that is called now has been called, and how often the call went on. */
  calledAt: number
  calls: number
  /** Undefined for the seat that takes reports. */
  calledTo?: 'next-on-duty' | 'lead'
  /** Where a person passed it on or the engine named a seat; the desk alone knows. */
  seat?: string
  signedAt: number
  signedBy?: string
  endedAt: number
  endedBy?: string
  outcome?: SosOutcome
}

/** A call for help: one thing from the first press to its end, so that signing for it is not stale with every position. */
export interface SosCall extends SosFacts, Lanes {}
