import type { IncidentEvent } from '../../shared/state/event.ts'

/** Kept of each kind; comments never push out a move, and the report stays whatever comes. */
const MOST = 300

/** Of everything that happened to one matter, in order, what is kept: its beginning, its newest moves, its newest comments. */
export class KeptMoves<T> {
  /** Everything that was ever added. */
  count = 0
  private readonly moves: { at: number; item: T }[] = []
  private readonly comments: { at: number; item: T }[] = []

  add(type: IncidentEvent['type'], item: T): void {
    const kept = type === 'incident.commented' ? this.comments : this.moves
    kept.push({ at: this.count++, item })
    if (kept.length > MOST)
      kept.splice(kept === this.moves ? 1 : 0, 1)
  }

  /** Oldest first. */
  get items(): T[] {
    return [...this.moves, ...this.comments].sort((a, b) => a.at - b.at).map(({ item }) => item)
  }
}
