import type { Machine } from './Machine.ts'
import { backoffMs } from '../../shared/words/time/backoffMs.ts'
import { LOOPS } from './loops.ts'

/** One try may take so long. */
const PATIENCE_MS = 30_000

/** Asks until it is answered: between two tries stands the back-off `reach`. @param failed told of each failure, and when it asks again (epoch ms) */
export async function untilItComes<T>(ask: (signal: AbortSignal) => Promise<T>, { now, after, chance }: Omit<Machine, 'freshId'>, failed: (attempt: number, nextAt: number) => void, patienceMs = PATIENCE_MS): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(AbortSignal.timeout(patienceMs))
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
