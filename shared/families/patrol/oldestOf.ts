import type { Alarm } from './PatrolSlice.ts'
import { isNewer } from './isNewer.ts'

/** The one that leaves first where too many are kept. */
export function oldestOf<M extends Alarm>(marks: ReadonlyMap<string, M>): M {
  let oldest: M | undefined
  for (const mark of marks.values()) {
    if (!oldest || isNewer(oldest, mark))
      oldest = mark
  }
  return oldest!
}
