import type { InjectionKey, ShallowRef } from 'vue'
import type { Stop, Timers } from '../link/Timers.ts'
import type { Clock } from '../stores/clock.ts'
import type { Publication } from '../stores/Publication.ts'
import type { Reads } from './Reads.ts'
import { inject, shallowReadonly, shallowRef } from 'vue'
import { Gathering, unite } from '../stores/Publication.ts'
import { Pace } from './Pace.ts'
import { isTouched } from './Reads.ts'

/** Caps of the whole screen; no widget can pass them. A chart or number at most once a second, the map at most twice. */
const CAPS = { chartMs: 1000, mapMs: 500, markersMs: 500 } as const

/** The screen's one scheduler: everything that redraws is called from here. */
export interface ScreenSchedule {
  /** The scene's time in whole seconds, epoch ms. */
  readonly second: Readonly<ShallowRef<number>>
  /** Calls when what it reads was touched, at most once a second: for charts and numbers. */
  onTouched: (reads: Reads, redraw: () => void) => Stop
  /** Calls with all that was touched since the last call: at once after quiet, then at most twice a second. */
  onMap: (flush: (touched: Publication) => void) => Stop
  /** As `onMap`, when positions or incidents moved: for moving markers. */
  onMarkers: (update: (touched: Publication) => void) => Stop
  stop: Stop
}

export interface ScheduleParts {
  onPublish: (listener: (publication: Publication) => void) => Stop
  clock: Clock
  timers: Timers
}

export function createSchedule({ onPublish, clock, timers }: ScheduleParts): ScreenSchedule {
  const second = shallowRef(wholeSecond(clock.now()))
  const ticks = new Set<() => void>()
  let stopTick: Stop

  function tick(): void {
    second.value = wholeSecond(clock.now())
    for (const run of ticks)
      run()
    stopTick = timers.after(untilNextSecond(clock.now()), tick)
  }
  stopTick = timers.after(untilNextSecond(clock.now()), tick)

  function onTouched(reads: Reads, redraw: () => void): Stop {
    let ranAt = clock.now()
    const pace = new Pace(CAPS.chartMs, timers, () => {
      ranAt = clock.now()
      redraw()
    })
    const stopPublish = onPublish(publication => isTouched(reads, publication) && pace.ask())
    const { everyMs } = reads
    const age = () => {
      // Half a second: a tick that comes a little early still counts.
      if (everyMs !== undefined && Math.abs(clock.now() - ranAt) >= everyMs - 500)
        pace.ask()
    }
    if (everyMs !== undefined)
      ticks.add(age)
    return () => {
      stopPublish()
      ticks.delete(age)
      pace.stop()
    }
  }

  function gathered(gapMs: number, wanted: (publication: Publication) => boolean, flush: (touched: Publication) => void): Stop {
    let waiting = new Gathering()
    const pace = new Pace(gapMs, timers, () => {
      const touched = waiting
      waiting = new Gathering()
      flush(touched)
    })
    const stopPublish = onPublish((publication) => {
      if (!wanted(publication))
        return
      unite(waiting, publication)
      pace.ask()
    })
    return () => {
      stopPublish()
      pace.stop()
    }
  }

  return {
    second: shallowReadonly(second),
    onTouched,
    onMap: flush => gathered(CAPS.mapMs, ({ whole, grids }) => whole || grids.size > 0, flush),
    onMarkers: update => gathered(CAPS.markersMs, ({ whole, workers, incidents }) => whole || workers.size > 0 || incidents.size > 0, update),
    stop: () => stopTick(),
  }
}

/** Provided once by the app. */
export const SCHEDULE: InjectionKey<ScreenSchedule> = Symbol('schedule')

export function useSchedule(): ScreenSchedule {
  const schedule = inject(SCHEDULE)
  if (!schedule)
    throw new Error('no schedule was provided to this app')
  return schedule
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}

function untilNextSecond(ms: number): number {
  return 1000 - ((ms % 1000) + 1000) % 1000
}
