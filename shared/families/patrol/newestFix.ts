import type { Heard, Worker } from './PatrolSlice.ts'

/** Where a worker was measured last, in whatever grid; undefined for nowhere. */
export function newestFix({ newest, heard }: Worker): Heard | undefined {
  let found = newest
  for (const each of heard) {
    if (each.fixAt > found.fixAt)
      found = each
  }
  return found.fixAt > 0 ? found : undefined
}
