import type { Machine } from '../../client/base/Machine.ts'

/** Time that a test moves; chance is in the middle, and ids are counted. */
export class FakeTimers implements Machine {
  private time: number
  private serial = 0
  private ids = 0
  private readonly waiting = new Map<number, { at: number; run: () => void }>()

  constructor(start = Date.UTC(2026, 10, 24, 6, 32, 7)) {
    this.time = start
  }

  readonly now = (): number => this.time

  readonly after = (ms: number, run: () => void) => {
    const id = this.serial++
    this.waiting.set(id, { at: this.time + ms, run })
    return () => void this.waiting.delete(id)
  }

  readonly chance = (): number => 0.5

  readonly freshId = (): string => String(++this.ids).padStart(32, '0')

  get pending(): number {
    return this.waiting.size
  }

  /** Runs what is due within `ms`, in order. */
  advance(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const [id, next] = [...this.waiting].filter(([, { at }]) => at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0] ?? []
      if (id === undefined || !next)
        break
      this.waiting.delete(id)
      this.time = Math.max(this.time, next.at)
      next.run()
    }
    this.time = end
  }
}
