/** Time between two steps of what glides, ms: enough for dots that cross a pixel a second. */
const STEP_MS = 100

/** Calls `step` with a steady clock (ms) until it answers false; not while the page is hidden. @returns ends it */
export function animate(step: (now: number) => boolean): () => void {
  let last = -Infinity
  let frame = requestAnimationFrame(function run(now: number) {
    if (now - last >= STEP_MS) {
      last = now
      if (!step(now))
        return
    }
    frame = requestAnimationFrame(run)
  })
  return () => cancelAnimationFrame(frame)
}
