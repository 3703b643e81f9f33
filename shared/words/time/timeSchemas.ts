import { z } from 'zod'
import { DURATION } from './durationMs.ts'
import { epochOf } from './time.ts'

/** RFC 3339 date and time with offset. */
export const instant = z.string()
  .refine(text => Number.isFinite(epochOf(text)), 'RFC 3339 with offset, such as 2026-11-24T14:32:07+08:00')
  .meta({ id: 'Instant', description: 'RFC 3339 date and time with offset', example: '2026-11-24T14:32:07+08:00' })

/** ISO 8601 duration of weeks, days, hours, minutes, seconds (no months, no years: their length varies). */
export const duration = z.string()
  .refine(text => DURATION.test(text) && /\d/.test(text), 'an ISO 8601 duration such as PT30M, P3D or PT5S (no months or years)')
  .meta({ id: 'Duration', description: 'ISO 8601 duration without months or years', example: 'PT30M' })
