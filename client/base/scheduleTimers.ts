import type { Timers } from './Timers.ts'

/** The real clock and the real timers, handed in at wiring. */
export const machineTimers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
