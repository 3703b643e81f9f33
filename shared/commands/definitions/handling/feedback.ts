import { z } from 'zod'
import { neededNote } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 反馈: what was done, in words. */
export const feedback = defineCommand({
  data: z.strictObject({ note: neededNote }),
  decide: (_incident, data) => [{ type: 'incident.feedback', data }],
})
