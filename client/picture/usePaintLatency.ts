import { onScopeDispose } from 'vue'
import { useClock } from './clock.ts'
import { useLink } from './link.ts'
import { useSchedule } from './schedule/schedule.ts'
import { afterPaint } from './schedule/afterPaint.ts'

/**
 * T4: for every event the time from its entry in the log to the paint that first shows it in a number, a tile, a list or the
 * strip, and to the one after every map of the screen shows its marks and fills of it. Both ends are the server's clock; below 0 is a clock's error, told as 0.
 */
export function usePaintLatency(): void {
  const link = useLink()
  const clock = useClock()
  const schedule = useSchedule()
  for (const what of ['text', 'map'] as const) {
    onScopeDispose(schedule.afterGroup(what, ({ entries }) => entries.length === 0 ? undefined : new Promise<number>(afterPaint)))
    onScopeDispose(schedule.whenDone(what, ({ entries }) => {
      const now = clock.now()
      if (entries.length > 0)
        link.painted(what, entries.map(entry => Math.max(0, now - entry)), now)
    }))
  }
}
