import type { PatrolDots } from './overlay/patrolDots.ts'
import type { Timers } from '../base/Timers.ts'
import { animate } from './animate.ts'

/** Between two steps of what glides, ms; seen from afar nobody crosses more than a pixel in it. */
const STEP_MS = { far: 250, near: 50 }
const NEAR = 13

/** The one loop of a map for the dots on their way; it sleeps when none is. `step` takes a step at once, with what the map was just told; `stop` is for good. */
export function createMovement(patrols: Pick<PatrolDots, 'step'>, zoom: () => number, timers: Pick<Timers, 'after'>): { step: () => void; stop: () => void } {
  let isStopped = false
  let end: (() => void) | undefined

  function step(): void {
    end?.()
    end = isStopped ? undefined : animate(timers, now => patrols.step(now) ? STEP_MS[zoom() < NEAR ? 'far' : 'near'] : undefined)
  }

  return {
    step,
    stop() {
      isStopped = true
      step()
    },
  }
}
