/** A map that holds at most so many: beyond it the one that was set longest ago leaves. Setting again makes it the newest. */
export class Recent<K, V> extends Map<K, V> {
  /** @param left told of what had to leave */
  constructor(private readonly most: number, private readonly left?: (value: V) => void) {
    super()
  }

  override set(key: K, value: V): this {
    this.delete(key)
    super.set(key, value)
    if (this.size > this.most)
      this.leave(this.entries().next().value!)
    return this
  }

  private leave([key, value]: [K, V]): void {
    this.delete(key)
    this.left?.(value)
  }
}
