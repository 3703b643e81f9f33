import type { NobodyFrames } from './overlay/nobodyFrames.ts'
import type { PatrolDots } from './overlay/patrolDots.ts'
import { animate } from './scheduleFrames.ts'

/** Between two steps of what glides, ms; seen from afar nobody crosses more than a pixel in it. */
const GLIDE_STEP_MS = { far: 250, near: 50 }
const NEAR = 13
/** Frames where nobody is on duty breathe once in three seconds, in four steps. */
const BREATH_MS = 3000
const BREATH_STEP_MS = 750

interface Parts {
  patrols: Pick<PatrolDots, 'step'>
  frames: Pick<NobodyFrames, 'breathe' | 'isBreathing'>
  /** Whether anything may move. */
  glide: boolean
  zoom: () => number
}

/** The one loop of a map for all that moves on it; it sleeps when nothing does. `step` takes a step at once, with what the map was just told; `stop` is for good. */
export function createMovement({ patrols, frames, glide, zoom }: Parts): { step: () => void; stop: () => void } {
  let isStopped = false
  let end: (() => void) | undefined

  function move(now: number): number | undefined {
    const isMoving = patrols.step(now)
    const isBreathing = glide && frames.isBreathing()
    frames.breathe(isBreathing ? breath(now) : 1)
    if (isMoving)
      return GLIDE_STEP_MS[zoom() < NEAR ? 'far' : 'near']
    // At the same moment on every map of the page: one frame shows them all.
    return isBreathing ? Math.ceil(BREATH_STEP_MS - now % BREATH_STEP_MS) : undefined
  }

  function step(): void {
    end?.()
    end = isStopped ? undefined : animate(move)
  }

  return {
    step,
    stop() {
      isStopped = true
      step()
    },
  }
}

/** Opacity 1, .75, .5, .75 by turns. */
function breath(now: number): number {
  return 0.5 + Math.abs(Math.floor(now / BREATH_STEP_MS) % (BREATH_MS / BREATH_STEP_MS) - 2) / 4
}
