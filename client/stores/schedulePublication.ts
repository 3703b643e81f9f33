import type { Timers } from '../link/Timers.ts'

/** Tells the screens soon; whoever calls it does so once for each publication. */
export type Publisher = (publish: () => void) => void

const GAP_MS = 25

/**
 * K3: at once after quiet, then at most 40 times a second, and by a timer: asked for with each frame of the server, a frame of
 * the display that paints nothing would cost nearly what one costs that does; and while the page is hidden none comes.
 */
export function publishAtPace(timers: Timers): Publisher {
  let toldAt = -Infinity
  return (publish) => {
    // A clock that was set back must not hold a picture up.
    const leftMs = Math.min(toldAt + GAP_MS - timers.now(), GAP_MS)
    timers.after(Math.max(0, leftMs), () => {
      toldAt = timers.now()
      publish()
    })
  }
}
