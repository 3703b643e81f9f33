import type { Machine } from './base/Machine.ts'
import { freshId } from './base/freshId.ts'

/** The real clock, timers and chance: wiring hands them in, and nothing else imports them. */
export const machine: Machine = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  chance: () => Math.random(),
  freshId: () => freshId(crypto),
}
