import type { LedgerCounts } from './LedgerCounts.ts'
import type { Thing } from './Thing.ts'

/** The things of one ledger. */
export interface LedgerSlice<Stage extends string = string> {
  readonly things: Map<string, Thing<Stage>>
  /** Of each node: the things that ended, oldest first, waiting to leave. */
  readonly ended: Thing<Stage>[][]
  /** How many each node holds. */
  readonly held: Int32Array
  /** Node and natural key → id of the open thing that has it. */
  readonly keys: Map<string, string>
  readonly counts: LedgerCounts
}
