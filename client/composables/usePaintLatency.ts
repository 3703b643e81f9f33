import { onScopeDispose } from 'vue'
import { useClock } from '../stores/clock.ts'
import { useLink } from '../stores/link.ts'
import { useSchedule } from './schedule.ts'
import { afterPaint } from './scheduleAfterPaint.ts'

/**
 * T4: for every event the time from its entry in the log to the paint after the map was told of it (server's clock),
 * pacing of the map included. Both clocks' ends are the server's, so a difference below 0 is a clock's error and counts 0.
 */
export function usePaintLatency(): void {
  const link = useLink()
  const clock = useClock()
  onScopeDispose(useSchedule().onMap(({ entries }) => {
    if (entries.length === 0)
      return
    afterPaint(() => {
      const now = clock.now()
      link.painted(entries.map(entry => Math.max(0, now - entry)), now)
    })
  }))
}
