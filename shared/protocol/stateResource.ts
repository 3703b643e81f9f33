import type { Snapshot } from '../state/Snapshot.ts'
import type { Cursor } from './cursor.ts'
import type { WorkerPosition } from './workerPosition.ts'

/** Answer of `GET /api/v1/state?audience=…&region=…` (P2): the state at `cursor`. */
export interface StateResource {
  cursor: Cursor
  /** Server clock, epoch ms. */
  at: number
  fold: string
  digest: string
  state: Snapshot
  /** All positions this audience may see (P11). */
  positions: WorkerPosition[]
  /** Per stream: when its newest entry reached the log, epoch ms; 0 for never. */
  heard: Record<string, number>
}
