import type { InjectionKey, ShallowRef } from 'vue'
import type { Stop, Timers } from '../../base/Timers.ts'
import type { Clock } from '../clock.ts'
import type { Publication } from './Publication.ts'
import type { GroupName, Reads } from './Reads.ts'
import { inject, nextTick, shallowReadonly, shallowRef } from 'vue'
import { Gathering, unite } from './Publication.ts'
import { RedrawGroup } from './RedrawGroup.ts'
import { Pace } from '../../base/Pace.ts'
import { isDue, isTouched } from './Reads.ts'

/** Caps of the whole screen; no widget can pass them: text ten times a second, the map twice, a panel once, a chart once in five seconds. */
const PANEL_MS = 1000
const CHART_MS = 5000
const GROUP_MS: Record<GroupName, number> = { text: 100, map: 500 }
/** A group rests so many times as long as its redraw, the page patched after it and the frame that shows it took: a slow machine, or a very large district, is never busy with it all the time. */
const REST = 5
const REST_MOST_MS = 2000
/** Of each new cost one part in so many counts: a hitch is not a habit. */
const SMOOTHING = 3

/** The screen's one scheduler: everything that redraws is called from here. */
export interface ScreenSchedule {
  /** The scene's time in whole seconds, epoch ms. */
  readonly second: Readonly<ShallowRef<number>>
  /** Calls when what it reads was touched: at once after quiet, then at the pace of a panel or of a chart. */
  onTouched: (reads: Reads, redraw: () => void) => Stop
  /** As `onTouched`, at the pace of a group and all of it at the same moment. */
  onGroup: (group: GroupName, reads: Reads, redraw: () => void) => Stop
  /** Calls straight after a group's redraws with all that was touched since the last call: at once after quiet. */
  afterGroup: (group: GroupName, run: (touched: Publication) => unknown) => Stop
  /** Calls when all that `afterGroup` called is done: what answered a promise has kept it. */
  whenDone: (group: GroupName, run: (touched: Publication) => void) => Stop
  stop: Stop
}

export interface ScheduleParts {
  onPublish: (listener: (publication: Publication) => void) => Stop
  clock: Clock
  timers: Timers
  /** Tells what the frame costs that shows what was changed until now, ms; absent: the caps alone hold. */
  frameCost?: (tell: (ms: number) => void) => void
}

export function createSchedule({ onPublish, clock, timers, frameCost }: ScheduleParts): ScreenSchedule {
  const second = shallowRef(wholeSecond(clock.now()))
  const stops: Stop[] = []
  const ticks = new Set<() => unknown>()
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
    const pace = new Pace(() => reads.chart ? CHART_MS : PANEL_MS, timers, () => {
      ranAt = clock.now()
      redraw()
    })
    const stopPublish = onPublish((publication) => {
      // Another state: what is drawn of the old one is wrong, not late.
      if (publication.whole)
        pace.now()
      else if (isTouched(reads, publication))
        pace.ask()
    })
    const age = () => isDue(reads, ranAt, clock.now()) && pace.ask()
    ticks.add(age)
    return () => {
      stopPublish()
      ticks.delete(age)
      pace.stop()
    }
  }

  function gathered(gapMs: () => number, flush: (touched: Publication) => void): Stop {
    let waiting = new Gathering()
    const pace = new Pace(gapMs, timers, () => {
      const touched = waiting
      waiting = new Gathering()
      flush(touched)
    })
    const stopPublish = onPublish((publication) => {
      unite(waiting, publication)
      pace.ask()
    })
    return () => {
      stopPublish()
      pace.stop()
    }
  }

  const groups = { text: groupOf('text'), map: groupOf('map') }

  function groupOf(name: GroupName): RedrawGroup {
    const group = new RedrawGroup(() => clock.now())
    let costMs = 0
    stops.push(gathered(() => Math.min(Math.max(GROUP_MS[name], REST * costMs), REST_MOST_MS), (touched) => {
      const began = timers.now()
      group.flush(touched)
      // With the page that Vue patches then.
      void nextTick(() => {
        const workedMs = timers.now() - began
        frameCost?.(ms => costMs += (workedMs + ms - costMs) / SMOOTHING)
      })
    }))
    ticks.add(() => group.tick())
    return group
  }

  return {
    second: shallowReadonly(second),
    onTouched,
    onGroup: (group, reads, redraw) => groups[group].add(reads, redraw),
    afterGroup: (group, run) => groups[group].follow(run),
    whenDone: (group, run) => groups[group].witness(run),
    stop() {
      stopTick()
      stops.forEach(stop => stop())
    },
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
