import type { Stop, Timers } from './Timers.ts'

/** Resolves when something is shown, or after `mostMs`: it is not waited for any longer. @param onChange calls when it may be */
export function untilShown(onChange: (look: () => void) => Stop, timers: Timers, mostMs: number, isShown: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stopTimer()
      stopListening()
      resolve()
    }
    const look = () => isShown() && end()
    const stopTimer = timers.after(mostMs, end)
    const stopListening = onChange(look)
    look()
  })
}
