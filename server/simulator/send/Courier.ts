import type { SentEvent } from '../day/SimulatedEvent.ts'
import type { Target } from './Target.ts'
import { backoffMs } from '../../../shared/words/time/backoffMs.ts'

const BATCH = 500
const WAIT = { firstMs: 250, mostMs: 15_000 }
/** A shorter absence is not worth a word. */
const WORTH_SAYING_MS = 5000

interface Means {
  /** Waits, or returns early when the signal is aborted. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  say: (sentence: string) => void
}

/**
 * Brings events to a target, in order and one batch at a time, and keeps trying with the same ids while it is away. It
 * holds one batch and nothing more: who sends waits meanwhile.
 */
export class Courier {
  private refusalSaid = false

  constructor(private readonly target: Target, private readonly means: Means) {}

  /** True when all were answered, false when it was stopped before. */
  async send(events: readonly SentEvent[], signal: AbortSignal): Promise<boolean> {
    for (let start = 0; start < events.length; start += BATCH) {
      if (!await this.deliver(events.slice(start, start + BATCH), signal))
        return false
    }
    return true
  }

  private async deliver(batch: readonly SentEvent[], signal: AbortSignal): Promise<boolean> {
    const { pause, say } = this.means
    let round = 0
    let waited = 0
    let said = false
    while (!signal.aborted) {
      const attempt = await this.target.attempt(batch, signal)
      if (attempt.outcome === 'answered') {
        if (said)
          say('The other side answers again.')
        this.sayRefused(attempt.refused)
        return true
      }
      if (waited >= WORTH_SAYING_MS && !said && !signal.aborted) {
        said = true
        say(`The other side does not take events (${attempt.because}); trying on. Positions of meanwhile are thinned out, nothing else is left out.`)
      }
      const pauseMs = Math.min(attempt.afterMs ?? backoffMs(WAIT, ++round), WAIT.mostMs)
      await pause(pauseMs, signal)
      waited += pauseMs
    }
    return false
  }

  private sayRefused(refused: string | undefined): void {
    if (refused === undefined || this.refusalSaid)
      return
    this.refusalSaid = true
    this.means.say(`An event was refused (${refused}); this is said once.`)
  }
}
