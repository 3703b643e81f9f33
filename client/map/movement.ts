import type { GridMarksLayer } from './layers/gridMarks.ts'
import type { PatrolsLayer } from './layers/patrols.ts'
import { machineTimers } from '../link/scheduleTimers.ts'
import { animate } from './scheduleFrames.ts'

/**
 * Between two steps of what glides, ms: each repaints the whole map, and seen from afar nobody crosses more than a pixel in
 * it. Afar it is slower than a map is told of news, and each news steps too: one repaint serves both.
 */
const GLIDE_STEP_MS = { far: 750, near: 100 }
const NEAR = 13
/** Frames where nobody is on duty breathe once in three seconds; each step repaints the map, so there are four. */
const BREATH_MS = 3000
const BREATH_STEP_MS = 750
/** A map that is not idle by then (a site's tiles hang) moves all the same. */
const PATIENCE_MS = 20_000

interface Parts {
  patrols: Pick<PatrolsLayer, 'step'>
  marks: Pick<GridMarksLayer, 'breathe' | 'isBreathing'>
  /** Whether anything may move. */
  glide: boolean
  zoom: () => number
}

/**
 * The one loop of a map for all that moves on it, once it was woken; it sleeps when nothing does. `step` takes a step at
 * once, with what the map was just told; `stop` is for good.
 */
export function createMovement({ patrols, marks, glide, zoom }: Parts): { wake: () => void; step: () => void; stop: () => void } {
  let isAwake = false
  let end: (() => void) | undefined

  function move(now: number): number | undefined {
    const isMoving = patrols.step(now)
    const isBreathing = glide && marks.isBreathing()
    marks.breathe(isBreathing ? breath(now) : 1)
    if (isMoving)
      return GLIDE_STEP_MS[zoom() < NEAR ? 'far' : 'near']
    // At the same moment on every map of the page: one frame shows them all.
    return isBreathing ? Math.ceil(BREATH_STEP_MS - now % BREATH_STEP_MS) : undefined
  }

  function step(): void {
    end?.()
    end = isAwake ? animate(move) : undefined
  }

  function wake(): void {
    stopPatience()
    isAwake = true
    step()
  }

  const stopPatience = machineTimers.after(PATIENCE_MS, wake)

  return {
    wake,
    step,
    stop() {
      stopPatience()
      isAwake = false
      step()
    },
  }
}

/** Opacity 1, .75, .5, .75 by turns. */
function breath(now: number): number {
  return 0.5 + Math.abs(Math.floor(now / BREATH_STEP_MS) % (BREATH_MS / BREATH_STEP_MS) - 2) / 4
}
