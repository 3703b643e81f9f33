/** Keys of rows that come and go: one that comes takes the key, and with it the elements, of one that has gone; the others keep theirs. */
export class RecycledKeys {
  private held = new Map<string, number>()
  private made = 0

  /** A key for each id, by id; those of ids that are not named any more are given to others. */
  of(ids: Iterable<string>): ReadonlyMap<string, number> {
    const before = this.held
    const after = new Map<string, number>()
    const come: string[] = []
    for (const id of ids) {
      const key = before.get(id)
      if (key === undefined)
        come.push(id)
      else
        after.set(id, key)
      before.delete(id)
    }
    const free = [...before.values()]
    for (const id of come)
      after.set(id, free.pop() ?? this.made++)
    this.held = after
    return after
  }
}
