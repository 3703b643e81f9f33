import type { Timers } from '../link/Timers.ts'
import type { useProjection } from './projection.ts'

/** Resolves when the picture shows something, or after `mostMs`: it is not waited for any longer. */
export function untilShown(projection: Pick<ReturnType<typeof useProjection>, 'onPublish'>, timers: Timers, mostMs: number, isShown: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stopTimer()
      stopListening()
      resolve()
    }
    const look = () => isShown() && end()
    const stopTimer = timers.after(mostMs, end)
    const stopListening = projection.onPublish(look)
    look()
  })
}
