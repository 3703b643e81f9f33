import type { Audience } from '../../shared/words/Audience.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { AliasOf } from '../../shared/words/publicId.ts'
import { redactEvent } from '../../shared/audience/redactEvent.ts'
import { covers } from '../../shared/protocol/LogPosition.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { jsonBytes } from './jsonBytes.ts'

/** What an audience sees of an event, and its size as JSON. */
export interface OpenItem { event: WanggeEvent; bytes: number }

/** A recent event with what it touched; redacted at most once per audience (P10). */
export class RingItem {
  private readonly open: Partial<Record<Audience, OpenItem>> = {}

  constructor(
    readonly event: WanggeEvent,
    /** Indices of the grids that it touched. */
    readonly grids: readonly number[],
    readonly bytes: number,
    /** When it was folded, by the monotonic clock. */
    readonly at: number,
    private readonly aliasOf: AliasOf,
  ) {}

  for(audience: Audience): OpenItem {
    const known = this.open[audience]
    if (known)
      return known
    const event = redactEvent(this.event, audience, this.aliasOf)
    return this.open[audience] = { event, bytes: jsonBytes(event) }
  }
}

/**
 * The newest events in the order in which they were folded, for every scope at once, bounded in bytes and number. What
 * stands before `floor` is not here any more.
 */
export class EventRing {
  bytes = 0
  /** Everything that ever came in; differences tell how much came since. */
  taken = 0
  private items: RingItem[] = []
  private start = 0

  constructor(private floor: LogPosition, private readonly limits: { ringBytes: number; ringEvents: number }) {
    this.floor = { epoch: floor.epoch, last: { ...floor.last } }
  }

  get size(): number {
    return this.items.length - this.start
  }

  push(item: RingItem): void {
    this.items.push(item)
    this.bytes += item.bytes
    this.taken += item.bytes
    while (this.size > 0 && (this.bytes > this.limits.ringBytes || this.size > this.limits.ringEvents))
      this.drop()
  }

  /** Empties the ring: what was before `floor` cannot be had from it. */
  clear(floor: LogPosition): void {
    this.items = []
    this.start = 0
    this.bytes = 0
    this.floor = { epoch: floor.epoch, last: { ...floor.last } }
  }

  /** Whether every event after a position is still here. */
  reaches(position: LogPosition): boolean {
    return position.epoch === this.floor.epoch && covers(position, this.floor)
  }

  /** Events after a position, oldest first. */
  after(position: LogPosition): RingItem[] {
    const found: RingItem[] = []
    const behind = new Set<string>()
    for (let i = this.items.length - 1; i >= this.start && behind.size < STREAMS.length; i--) {
      const item = this.items[i]!
      const { stream, entry } = item.event
      if (compareEntryIds(entry, position.last[stream]) > 0)
        found.push(item)
      else
        behind.add(stream)
    }
    return found.reverse()
  }

  private drop(): void {
    const { event, bytes } = this.items[this.start]!
    this.floor.last[event.stream] = event.entry
    this.bytes -= bytes
    this.start++
    if (this.start > 1024 && this.start * 2 > this.items.length) {
      this.items = this.items.slice(this.start)
      this.start = 0
    }
  }
}
