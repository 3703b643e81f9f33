import type { EpochMs } from '../../shared/words/time/time.ts'

export interface Due {
  id: string
  at: EpochMs
}

/** What falls due when, one moment an id, the earliest first; a change costs the logarithm of their number. */
export class DueQueue {
  private readonly heap: Due[] = []
  private readonly places = new Map<string, number>()

  get size(): number {
    return this.heap.length
  }

  first(): Due | undefined {
    return this.heap[0]
  }

  /** Sets or moves the moment of an id. */
  set(id: string, at: EpochMs): void {
    const place = this.places.get(id)
    if (place === undefined) {
      this.put({ id, at }, this.heap.length)
      this.rise(this.heap.length - 1)
      return
    }
    this.heap[place] = { id, at }
    this.rise(place)
    this.sink(this.places.get(id)!)
  }

  delete(id: string): void {
    const place = this.places.get(id)
    if (place === undefined)
      return
    this.places.delete(id)
    const last = this.heap.pop()!
    if (last.id === id)
      return
    this.put(last, place)
    this.rise(place)
    this.sink(this.places.get(last.id)!)
  }

  clear(): void {
    this.heap.length = 0
    this.places.clear()
  }

  private put(due: Due, place: number): void {
    this.heap[place] = due
    this.places.set(due.id, place)
  }

  private rise(place: number): void {
    const due = this.heap[place]!
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!isBefore(due, this.heap[above]!))
        break
      this.put(this.heap[above]!, place)
      place = above
    }
    this.put(due, place)
  }

  private sink(place: number): void {
    const due = this.heap[place]!
    for (;;) {
      let below = 2 * place + 1
      if (below + 1 < this.heap.length && isBefore(this.heap[below + 1]!, this.heap[below]!))
        below++
      if (below >= this.heap.length || !isBefore(this.heap[below]!, due))
        break
      this.put(this.heap[below]!, place)
      place = below
    }
    this.put(due, place)
  }
}

/** By moment, then by id, so that the order never depends on how they came. */
function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id)
}
