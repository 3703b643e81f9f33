import { Bound } from './Bound.ts'
import { MOST_BATCH_BYTES } from './mostBatchBytes.ts'

const LEAST_BYTES = 256 * 1024

/** How many bytes of entries a reader asks for at once; one for each reader, which remembers what came in time. */
export function byteBound(): Bound {
  return new Bound(LEAST_BYTES, MOST_BATCH_BYTES)
}
