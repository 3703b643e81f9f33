import { afterFrame } from './afterFrame.ts'

/** Runs after the paint that shows what was changed until now, told when that frame began (of `performance.now`); never while the page is hidden, for then nothing is painted. */
export function afterPaint(run: (began: number) => void): void {
  if (!document.hidden)
    requestAnimationFrame(began => afterFrame(() => run(began)))
}
