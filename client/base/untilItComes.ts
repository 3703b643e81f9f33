import type { Timers } from './Timers.ts'
import { backoffMs, LOOPS } from './backoff.ts'

const PATIENCE_MS = 30_000

/** Asks until it is answered: between two tries stands the back-off `reach`. @param failed told of each failure, and when it asks again (epoch ms) */
export async function untilItComes<T>(ask: (signal: AbortSignal) => Promise<T>, { now, after }: Timers, chance: () => number, failed: (attempt: number, nextAt: number) => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(AbortSignal.timeout(PATIENCE_MS))
    }
    catch {
      const waitMs = backoffMs(LOOPS.reach, attempt, chance())
      failed(attempt, now() + waitMs)
      await new Promise<void>((resolve) => {
        after(waitMs, resolve)
      })
    }
  }
}
