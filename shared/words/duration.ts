import { z } from 'zod'

const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** ISO 8601 duration of weeks, days, hours, minutes, seconds (no months, no years: their length varies). */
export const duration = z.string()
  .refine(text => PATTERN.test(text) && /\d/.test(text), 'an ISO 8601 duration such as PT30M, P3D or PT5S (no months or years)')
  .meta({ id: 'Duration', description: 'ISO 8601 duration without months or years', example: 'PT30M' })

/** Milliseconds of a duration that {@link duration} accepted; days count 24 h and weeks 7 days, unless told otherwise. */
export function durationMs(text: string, { dayMs, weekDays } = { dayMs: 86_400_000, weekDays: 7 }): number {
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = PATTERN.exec(text) ?? []
  return (Number(weeks) * weekDays + Number(days)) * dayMs + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}
