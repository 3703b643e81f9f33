import type { EpochMs } from '../../../shared/words/time/time.ts'

/** The part of a list sorted by `at` with `from` ≤ at < `to`. */
export function within<T extends { at: EpochMs }>(sorted: readonly T[], from: EpochMs, to: EpochMs): T[] {
  const found: T[] = []
  for (let i = firstFrom(sorted, from); i < sorted.length && sorted[i]!.at < to; i++)
    found.push(sorted[i]!)
  return found
}

/** Order of events: by time, then by id, so that it never depends on how they were made. */
export function byTime(a: { at: EpochMs; id: string }, b: { at: EpochMs; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function firstFrom(sorted: readonly { at: EpochMs }[], from: EpochMs): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.at < from)
      low = middle + 1
    else
      high = middle
  }
  return low
}
