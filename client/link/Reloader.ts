import type { Timers } from '../base/Timers.ts'
import { backoffMs } from '../../shared/words/time/backoffMs.ts'
import { LOOPS } from '../base/loops.ts'

const KEY = 'wangge.reload'
/** Without a reload for this long, the next one counts as the first. */
const FORGET_MS = 600_000

interface Remembered {
  round: number
  at: number
  reason: string
}

/** K5: loads the page anew; how often and why is remembered beyond the reload, so that the back-off grows. */
export class Reloader {
  private waiting = false

  constructor(
    private readonly memory: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly load: () => void,
    private readonly timers: Timers,
    private readonly chance: () => number,
  ) {}

  /** Wait before the next reload, in ms, and which round it is. */
  next(): { round: number; waitMs: number } {
    const last = this.last()
    const round = last && this.timers.now() - last.at < FORGET_MS ? last.round + 1 : 1
    return { round, waitMs: backoffMs(LOOPS.reload, round, this.chance()) }
  }

  reload(reason: string): void {
    this.remember({ round: this.next().round, at: this.timers.now(), reason })
    this.load()
  }

  /** Loads it anew after the back-off, again and again until it happens; asked meanwhile, it does nothing more. */
  later(reason: string): void {
    if (this.waiting)
      return
    this.waiting = true
    this.timers.after(this.next().waitMs, () => {
      this.waiting = false
      this.reload(reason)
      this.later(reason)
    })
  }

  /** Why this page was loaded anew; undefined if it was not. */
  reason(): string | undefined {
    return this.last()?.reason
  }

  private last(): Remembered | undefined {
    try {
      const { round, at, reason } = JSON.parse(this.memory.getItem(KEY) ?? 'null') as Remembered
      return Number.isFinite(round) && Number.isFinite(at) ? { round, at, reason: String(reason) } : undefined
    }
    catch {
      return undefined
    }
  }

  // A full or forbidden storage must not keep the page from being loaded anew.
  private remember(what: Remembered): void {
    try {
      this.memory.setItem(KEY, JSON.stringify(what))
    }
    catch {}
  }
}
