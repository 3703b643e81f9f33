import type { StreamName } from './stream.ts'
import { STREAMS } from './stream.ts'

const known = new Set<string>(STREAMS)

/** Whether this build folds a stream. */
export function isStream(stream: string): stream is StreamName {
  return known.has(stream)
}
