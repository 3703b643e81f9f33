import type { Stop, Timers } from '../base/Timers.ts'

/** Waits before a map is opened again, ms: at once after a lost context, then ever longer where none can be had. */
const WAITS_MS = [500, 5000, 30_000, 120_000]

/** @param failures how often it could not be opened since it last stood. @returns ends it */
export function retryAfter({ after }: Pick<Timers, 'after'>, failures: number, run: () => void): Stop {
  return after(WAITS_MS[Math.min(failures, WAITS_MS.length - 1)]!, run)
}
