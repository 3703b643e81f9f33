import type { EpochMs } from '../shared/words/time/time.ts'

/** Ends a timer; calling it again does nothing. */
export type Cancel = () => void

/** Time and schedule as the server's parts get them; tests bring their own. */
export interface Clock {
  now: () => EpochMs
  /** Milliseconds that never step back; only differences mean anything. */
  monotonic: () => number
  after: (ms: number, task: () => void) => Cancel
  every: (ms: number, task: () => void) => Cancel
}

/** The machine's own clock. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
  every(ms, task) {
    const timer = setInterval(task, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted)
      return resolve()
    const done = () => {
      cancel()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.after(ms, done)
    signal?.addEventListener('abort', done)
  })
}
