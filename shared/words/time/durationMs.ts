/** ISO 8601 duration of weeks, days, hours, minutes, seconds. */
export const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Milliseconds of a lawful duration (`duration`); days count 24 h and weeks 7 days, unless told otherwise. */
export function durationMs(text: string, { dayMs, weekDays } = { dayMs: 86_400_000, weekDays: 7 }): number {
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? []
  return (Number(weeks) * weekDays + Number(days)) * dayMs + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}
