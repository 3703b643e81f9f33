import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Entry, EventLog, Stands } from '../EventLog.ts'
import type { StreamStores } from './StreamStores.ts'
import type { WakeUp } from './WakeUp.ts'
import { setImmediate } from 'node:timers/promises'
import { LogWentBackError } from '../LogWentBackError.ts'
import { MOST_BATCH_BYTES } from '../mostBatchBytes.ts'

type Positions = Readonly<Record<string, EntryId>>

/** Reads entries, and proves that those read before still stand. */
export class EntryReader implements Pick<EventLog, 'read' | 'holds' | 'range' | 'bounds'> {
  private turn = 0

  constructor(private readonly stores: StreamStores, private readonly wakeUp: WakeUp) {}

  async read(after: Positions, { limit, blockMs, signal, stands = {} }: { limit: number, blockMs: number, signal?: AbortSignal, stands?: Stands }): Promise<Entry[]> {
    const deadline = performance.now() + blockMs
    // A reader that catches up never waits for anything: let the process serve others between its batches.
    await setImmediate()
    for (;;) {
      if (signal?.aborted || this.stores.closed)
        return []
      const found = this.collect(after, limit)
      const gone = this.findGone(after, stands)
      if (gone !== undefined)
        throw new LogWentBackError(gone, after[gone]!)
      const left = deadline - performance.now()
      if (found.length > 0 || left <= 0)
        return found
      await this.wakeUp.next(left, signal)
    }
  }

  async holds(at: Positions, stands: Stands): Promise<boolean> {
    return this.findGone(at, stands) === undefined
  }

  async range(stream: string, from: EntryId, to: EntryId, limit: number, mostBytes = MOST_BATCH_BYTES): Promise<Entry[]> {
    // Who reads much never waits for anything: let the process serve others between its batches.
    if (limit > 100)
      await setImmediate()
    return this.stores.of(stream).range(from, to, limit, mostBytes)
  }

  async bounds(stream: string): Promise<{ first: EntryId, last: EntryId } | undefined> {
    return this.stores.of(stream).bounds()
  }

  /** A stream whose entry does not stand as it was read. */
  private findGone(at: Positions, stands: Stands): string | undefined {
    return Object.keys(stands).find(stream => !this.stores.of(stream).holds(at[stream]!, stands[stream]!))
  }

  /** An equal share for each stream; who comes first moves on with each call, so that a busy stream never hides another. */
  private collect(after: Positions, limit: number): Entry[] {
    const streams = Object.keys(after)
    const share = Math.max(1, Math.floor(limit / streams.length))
    const found: Entry[] = []
    this.turn++
    for (let i = 0; i < streams.length; i++) {
      const stream = streams[(i + this.turn) % streams.length]!
      this.stores.of(stream).after(after[stream]!, Math.min(share, limit - found.length), found)
    }
    return found
  }
}
