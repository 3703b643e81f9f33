import { emptyState } from '../../../shared/state/emptyState.ts'
import { madeBasis } from '../load/madeBasis.ts'
import { decoded } from './decoded.ts'
import { foldChunk } from './foldChunk.ts'
import { MadeEntries } from './MadeEntries.ts'

const CHUNK = 10_000

/** Bytes of heap after `million` and after twice as many events, everything collected that can be. */
export function heapOverTime({ million }: { million: number }): { once: number; twice: number; baseline: number } {
  const basis = madeBasis(147)
  const entries = MadeEntries.of(basis)
  const baseline = heap()
  const state = emptyState(basis)
  const upTo = (count: number) => {
    for (let done = 0; done < count; done += CHUNK)
      foldChunk(state, decoded(entries.take(Math.min(CHUNK, count - done))))
    return heap()
  }
  return { once: upTo(million), twice: upTo(million), baseline }
}

function heap(): number {
  if (!globalThis.gc)
    throw new Error('run with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
