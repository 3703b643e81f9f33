import type { Timers } from '../../base/Timers.ts'
import { Pace } from '../../base/Pace.ts'

/** Tells the screens soon; whoever calls it does so once for each publication. */
export type Publisher = (publish: () => void) => void

const GAP_MS = 25

/**
 * K3: at once after quiet, then at most 40 times a second, and by a timer: asked for with each frame of the server, a frame of
 * the display that paints nothing would cost nearly what one costs that does; and while the page is hidden none comes.
 */
export function publishAtPace(timers: Timers): Publisher {
  let publish = () => {}
  const pace = new Pace(() => GAP_MS, timers, () => publish())
  return (next) => {
    publish = next
    // Whoever asks has yet to apply what came.
    timers.after(0, () => pace.ask())
  }
}
