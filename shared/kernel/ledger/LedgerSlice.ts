import type { Thing } from './Thing.ts'

/** The things of one ledger. */
export interface LedgerSlice<Stage extends string> {
  readonly things: Map<string, Thing<Stage>>
  /** Of each grid: the things that ended, oldest first, waiting to leave. */
  readonly ended: Thing<Stage>[][]
  /** How many each grid holds. */
  readonly held: Int32Array
}
