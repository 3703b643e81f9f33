import type { Cancel, Clock } from '../../server/clock.ts'

interface Timer { at: number; every?: number; task: () => void }

/** A clock that moves only when the test says so; timers run in their order. */
export class ManualClock implements Clock {
  private time: number
  private jumped = 0
  private timers: Timer[] = []

  constructor(start = Date.UTC(2026, 10, 24, 4, 0, 0)) {
    this.time = start
  }

  now = () => this.time + this.jumped
  monotonic = () => this.time

  after = (ms: number, task: () => void): Cancel => this.add({ at: this.time + ms, task })
  every = (ms: number, task: () => void): Cancel => this.add({ at: this.time + ms, every: ms, task })

  /** What it says of the time is wrong by so much more from now on; timers do not notice. */
  jump(ms: number): void {
    this.jumped += ms
  }

  advance(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next)
        break
      this.time = Math.max(this.time, next.at)
      if (next.every === undefined)
        this.timers = this.timers.filter(timer => timer !== next)
      else
        next.at += next.every
      next.task()
    }
    this.time = end
  }

  private add(timer: Timer): Cancel {
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter(other => other !== timer)
    }
  }
}
