/** Lets so many tasks run at a time; the others wait in order. */
export class Slots {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(count: number) {
    this.free = count
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.free > 0)
      this.free--
    else
      await new Promise<void>(resolve => this.waiting.push(resolve))
    try {
      return await task()
    }
    finally {
      const next = this.waiting.shift()
      if (next)
        next()
      else
        this.free++
    }
  }
}
