import type { Stop, Timers } from './Timers.ts'

/** Runs at once after quiet, and never twice within a gap, ms, that may change; what is asked meanwhile is done once, at the end of the gap. */
export class Pace {
  private ranAt = -Infinity
  private stopTimer: Stop | undefined

  constructor(
    private readonly gapMs: () => number,
    private readonly timers: Timers,
    private readonly run: () => void,
  ) {}

  ask(): void {
    if (this.stopTimer)
      return
    // A clock that was set back must not hold a picture up.
    const gapMs = this.gapMs()
    const leftMs = Math.min(this.ranAt + gapMs - this.timers.now(), gapMs)
    if (leftMs <= 0)
      return this.go()
    this.stopTimer = this.timers.after(leftMs, () => this.go())
  }

  /** Runs whatever the gap. */
  now(): void {
    this.stop()
    this.go()
  }

  stop(): void {
    this.stopTimer?.()
    this.stopTimer = undefined
  }

  private go(): void {
    this.stopTimer = undefined
    this.ranAt = this.timers.now()
    this.run()
  }
}
