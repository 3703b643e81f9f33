import type { Heard, Worker } from './PatrolSlice.ts'
import { isNewer } from './isNewer.ts'

/** Where a worker was measured last, in whatever grid; of one moment the grid where the worker was heard later, so that arrival does not matter (F20). Undefined for nowhere. */
export function newestFix({ newest, heard }: Worker): Heard | undefined {
  let found = newest
  for (const each of heard) {
    if (each.fixAt > found.fixAt || (each.fixAt === found.fixAt && isNewer(each, found)))
      found = each
  }
  return found.fixAt > 0 ? found : undefined
}
