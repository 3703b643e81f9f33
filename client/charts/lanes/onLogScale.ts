/** Ends of the scale, minutes: of days and of minutes something is seen. */
const FROM = 4
const TO = 8000

/** Place of a time on a log scale, 0–1. @param minutes what is beyond an end stands at it */
export function onLogScale(minutes: number): number {
  return Math.min(1, Math.max(0, Math.log(Math.max(minutes, FROM) / FROM) / Math.log(TO / FROM)))
}
