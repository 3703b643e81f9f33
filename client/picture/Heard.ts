import type { StreamName } from '../../shared/words/stream.ts'
import { byStream } from '../../shared/words/byStream.ts'

/** The newest of a stream, epoch ms; 0 for never. */
export interface Heard {
  /** When its newest entry reached the log, from any place of the district: whether its source lives. */
  entry: number
  /** When its newest event in this scope happened: whether it is quiet here. */
  event: number
}

export type HeardByStream = Readonly<Record<StreamName, Heard>>

export const NOTHING_HEARD: HeardByStream = byStream(() => ({ entry: 0, event: 0 }))
