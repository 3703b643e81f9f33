import type { IncidentEvent } from '../../../shared/families/incident/IncidentEvent.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'

/** Entries of one matter that are kept in mind, 16 bytes each; beyond it the oldest comments leave. */
const MOST_ENTRIES = 500_000
const SLOTS = 2

/** Where everything that happened to one matter stands in the log, oldest first: numbers alone, so that a matter with 10,000 comments costs 160 kB. */
export class IncidentEntries {
  /** Of each entry its milliseconds doubled, odd for a comment, then its serial. */
  private slots: number[] = []
  /** All that ever were, also those that have left. */
  added = 0

  constructor(private readonly most = MOST_ENTRIES) {}

  /** As {@link written} wrote it. */
  static from({ added, steps }: { added: number; steps: readonly number[] }): IncidentEntries {
    const entries = new IncidentEntries()
    let at = 0
    entries.slots = steps.map((step, i) => i % SLOTS === 0 ? at += step : step)
    entries.added = added
    return entries
  }

  get length(): number {
    return this.slots.length / SLOTS
  }

  /** What is known already is not added again. */
  add(type: IncidentEvent['type'], id: EntryId): void {
    if (this.length > 0 && compareEntryIds(id, this.at(this.length - 1)) <= 0)
      return
    this.added++
    const dash = id.indexOf('-')
    this.slots.push(Number(id.slice(0, dash)) * SLOTS + (type === 'incident.commented' ? 1 : 0), Number(id.slice(dash + 1)))
    if (this.length > this.most)
      this.leaveComments()
  }

  /** As small numbers: of each entry how much later it is than the one before. */
  written(): { added: number; steps: number[] } {
    let before = 0
    return {
      added: this.added,
      steps: this.slots.map((slot, i) => {
        if (i % SLOTS === 1)
          return slot
        const step = slot - before
        before = slot
        return step
      }),
    }
  }

  /** Takes those before its own from what was kept of the same matter. */
  takeBefore(kept: IncidentEntries): void {
    const own = this.length === 0 ? kept.length : kept.before(this.at(0))
    this.added += kept.added - (kept.length - own)
    this.slots = [...kept.slots.slice(0, own * SLOTS), ...this.slots]
  }

  /** Leaves out what stands after an entry. */
  leaveAfter(last: EntryId): void {
    let kept = this.before(last)
    if (kept < this.length && this.at(kept) === last)
      kept++
    this.added -= this.length - kept
    this.slots.length = kept * SLOTS
  }

  at(index: number): EntryId {
    return `${Math.floor(this.slots[index * SLOTS]! / SLOTS)}-${this.slots[index * SLOTS + 1]!}`
  }

  isComment(index: number): boolean {
    return this.slots[index * SLOTS]! % SLOTS === 1
  }

  /** How many stand before an entry, whether it is of this matter or not. */
  before(id: EntryId): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareEntryIds(this.at(middle), id) < 0)
        low = middle + 1
      else
        high = middle
    }
    return low
  }

  /** An eighth at once, so that it is rare; where there are moves alone, the oldest of these but the report. */
  private leaveComments(): void {
    let surplus = Math.ceil(this.most / 8)
    const leave = (which: (index: number) => boolean) => {
      const { slots } = this
      this.slots = slots.filter((_, slot) => {
        const index = Math.floor(slot / SLOTS)
        const leaves = surplus > 0 && which(index)
        if (leaves && slot % SLOTS === 1)
          surplus--
        return !leaves
      })
    }
    const { slots } = this
    leave(index => slots[index * SLOTS]! % SLOTS === 1)
    if (surplus > 0)
      leave(index => index > 0)
  }
}
