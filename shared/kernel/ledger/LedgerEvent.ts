import type { EntryId } from '../../words/entryId.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { StreamName } from '../../words/stream.ts'
import type { EpochMs } from '../../words/time/time.ts'

/** What a ledger takes of an event; its family makes it from the event's data. */
export interface LedgerEvent<Happening extends string, Clock extends string = string, Dimension extends string = string> {
  stream: StreamName
  entry: EntryId
  happening: Happening
  subject: string
  at: EpochMs
  /** Grid or region above in which it is opened, or to which it moves; else its own stands. */
  region?: RegionCode | undefined
  /** What only one open thing of a node may have. */
  key?: string | undefined
  /** When clocks run out that this event starts. */
  due?: { readonly [C in Clock]?: EpochMs | undefined } | undefined
  /** Of dimensions and fields that it names, the new value. */
  is?: { readonly [D in Dimension]?: string | undefined } | undefined
  fields?: Readonly<Record<string, unknown>> | undefined
  /** How many are needed, where it is opened; else how many come or go. Default 1. */
  amount?: number | undefined
}
