import type { RefetchReason } from '../../shared/protocol/refetch.ts'
import type { CloseReason } from '../../shared/protocol/closing.ts'

/** What the fan-out counts for the metrics. */
export class FanoutCounts {
  /** Frames made, each for all of its room. */
  frames = 0
  /** Frames × readers. */
  sent = 0
  /** About, as JSON, over all readers. */
  bytes = 0
  readonly verdicts = new Map<'resumed' | RefetchReason, number>()
  readonly closed = new Map<CloseReason, number>()
  readonly refused = new Map<string, number>()
}

export function countIn<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
