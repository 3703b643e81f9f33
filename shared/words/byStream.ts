import type { StreamName } from './stream.ts'
import { STREAMS } from './stream.ts'

/** Something of every stream that this build folds, made stream by stream: no list of them is written out anywhere else. */
export function byStream<T>(of: (stream: StreamName) => T): Record<StreamName, T> {
  return Object.fromEntries(STREAMS.map(stream => [stream, of(stream)])) as Record<StreamName, T>
}
