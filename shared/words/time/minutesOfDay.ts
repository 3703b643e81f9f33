/** Minutes since midnight of a clock time `HH:MM`: `08:30` → 510. */
export function minutesOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
