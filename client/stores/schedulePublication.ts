/** Tells the screens soon; whoever calls it does so once for each publication. */
export type Publisher = (publish: () => void) => void

const HIDDEN_MS = 250

/**
 * K3: with the next frame of the display; while the page is hidden no frame comes, so a timer publishes and the desk's
 * alarm still sounds.
 */
export const withDisplay: Publisher = (publish) => {
  let done = false
  const once = () => {
    if (done)
      return
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    publish()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, HIDDEN_MS)
}
