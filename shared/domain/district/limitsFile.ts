import { z } from 'zod'
import { duration } from '../../words/time/timeSchemas.ts'
import { level } from '../../words/level.ts'
import { severity } from '../../words/severity.ts'

/**
 * A time limit. Clock `intake` runs from the report until the matter is dispatched, `acknowledge` from dispatch until
 * sign-for, `settle` from dispatch (not from sign-for, so that nobody gains by not signing) until feedback.
 */
export const limit = z.object({
  severity,
  level,
  clock: z.enum(['intake', 'acknowledge', 'settle']),
  limit: duration.describe('in working time a day is a working day'),
  time: z.enum(['calendar', 'working']).default('calendar'),
  warnAt: z.number().min(0).max(1).default(0.75).describe('share of the limit after which the desk is warned'),
})

export type Limit = z.infer<typeof limit>
export type LimitClock = Limit['clock']

/** `limits.json`: one row for every severity × level × clock. */
export const limitsFile = z.object({ limits: z.array(limit) })
