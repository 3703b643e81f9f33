/** Keys of rows that come and go: one that comes takes the key, and with it the elements, of one that has gone; the others keep theirs. */
export class RecycledKeys {
  private held: ReadonlyMap<string, number> = new Map()
  private made = 0

  /** A key for each id, by id; those of ids that are not named any more are given to others. */
  of(ids: readonly string[]): ReadonlyMap<string, number> {
    const named = new Set(ids)
    const free = [...this.held].flatMap(([id, key]) => named.has(id) ? [] : [key])
    this.held = new Map(ids.map(id => [id, this.held.get(id) ?? free.pop() ?? this.made++]))
    return this.held
  }
}
