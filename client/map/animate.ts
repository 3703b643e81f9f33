import type { Timers } from '../base/Timers.ts'

/** While the page is hidden nothing moves; it is looked again after this, ms. */
const HIDDEN_MS = 1000

/**
 * One loop for all that moves on a map. Calls `step` with a steady clock (ms), now and again after as many ms as it answers;
 * ends when it answers nothing. @returns ends it
 */
export function animate({ after }: Pick<Timers, 'after'>, step: (now: number) => number | undefined): () => void {
  let end = () => {}
  function run(): void {
    const waitMs = document.hidden ? HIDDEN_MS : step(performance.now())
    if (waitMs !== undefined)
      end = after(waitMs, run)
  }
  run()
  return () => end()
}
