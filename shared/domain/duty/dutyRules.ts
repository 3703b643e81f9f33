import { z } from 'zod'
import { duration } from '../../words/time/timeSchemas.ts'
import { shift } from '../district/staffFile.ts'

/** `duty` of `district.json`: how the roster is read. */
export const dutyRules = z.object({
  grace: duration.default('PT15M').describe('so long after a shift began, or after the last one left, a grid without anybody is not yet absent 缺岗'),
  rest: z.array(shift.extend({ kinds: z.array(z.enum(['urban', 'town', 'pastoral'])).min(1).optional().describe('kinds of grid that rest then; absent: all') })).default([])
    .describe('when nobody is expected, whatever the roster says, such as nights in pasture'),
  visitsRest: z.boolean().default(true).describe('a visit interval shorter than a day runs only while somebody is expected'),
})

export type DutyRules = z.infer<typeof dutyRules>
