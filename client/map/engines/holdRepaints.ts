import type { Stop, Timers } from '../../base/Timers.ts'

/** What hangs in a worker must not stop a map: so long at most is a repaint held, ms. */
const HELD_MS = 400
/** A repaint that the library asks for while it makes one shows nothing new where nothing fades; by then, ms, there mostly is something to show. */
const FOLLOW_UP_MS = 1000

/** Of a map of either library. */
interface Repainted {
  triggerRepaint: () => unknown
  isMoving: () => boolean
}

export interface HeldRepaints {
  /** Holds repaints until the source is said to be `ready`. */
  hold: (source: string) => void
  ready: (source: string) => void
  /** While a picture is being drawn no other is begun: on a slow machine they would pile up. */
  draws: (isDrawing: boolean) => void
  /** From the first time that the map was idle on, follow-ups wait too. */
  settle: () => void
  /** Whether something was changed that no repaint has shown yet. */
  isDue: () => boolean
  /** Ends its timers, for good. */
  stop: () => void
}

/**
 * One repaint for what changes together. A change of a source comes back from the library's worker, each at its own time, and
 * every repaint draws the whole map: until the last one is there none is made, unless the view moves.
 * @param nextFrame as `requestAnimationFrame`: runs in the order in which it was asked
 */
export function holdRepaints(map: Repainted, timers: Timers, nextFrame: (run: () => void) => unknown): HeldRepaints {
  const waiting = new Set<string>()
  const libraryRepaints = map.triggerRepaint.bind(map)
  let isWanted = false
  let isAsked = false
  let isPainting = false
  let isSettled = false
  let isDrawing = false
  let stopHold: Stop | undefined
  let stopFollowUp: Stop | undefined

  /** The library's frame lies between two of ours: what it asks for meanwhile is a follow-up. */
  function repaint(): void {
    if (isAsked)
      return
    isAsked = true
    nextFrame(() => {
      isPainting = true
      isAsked = isWanted = false
      stopFollowUp?.()
      stopFollowUp = undefined
    })
    libraryRepaints()
    nextFrame(() => {
      isPainting = false
    })
  }

  function release(): void {
    waiting.clear()
    stopHold?.()
    stopHold = undefined
    goOn()
  }

  function goOn(): void {
    if (isWanted && waiting.size === 0 && !isDrawing)
      repaint()
  }

  map.triggerRepaint = () => {
    if (isPainting && isSettled && !map.isMoving()) {
      stopFollowUp ??= timers.after(FOLLOW_UP_MS, () => {
        isWanted = true
        goOn()
      })
      return
    }
    isWanted = true
    if (map.isMoving())
      repaint()
    else
      goOn()
  }

  return {
    hold(source) {
      waiting.add(source)
      stopHold ??= timers.after(HELD_MS, release)
    },
    ready(source) {
      if (waiting.delete(source) && waiting.size === 0)
        release()
    },
    draws(drawing) {
      isDrawing = drawing
      if (!drawing)
        goOn()
    },
    settle() {
      isSettled = true
    },
    isDue: () => isWanted || waiting.size > 0,
    stop() {
      stopHold?.()
      stopFollowUp?.()
    },
  }
}
