import { afterFrame } from './scheduleAfterFrame.ts'

/** Runs after the paint that shows what was changed until now; never while the page is hidden, for then nothing is painted. */
export function afterPaint(run: () => void): void {
  if (!document.hidden)
    requestAnimationFrame(() => afterFrame(run))
}
