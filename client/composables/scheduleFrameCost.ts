import { afterFrame } from './scheduleAfterFrame.ts'

/** Tells how long the page worked on the frame that shows what was changed until now, ms; never while it is hidden. */
export function frameCost(tell: (ms: number) => void): void {
  if (document.hidden)
    return
  requestAnimationFrame(() => {
    const began = performance.now()
    afterFrame(() => tell(performance.now() - began))
  })
}
