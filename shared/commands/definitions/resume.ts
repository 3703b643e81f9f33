import { z } from 'zod'
import { note } from '../fields.ts'
import { defineCommand } from '../defineCommand.ts'

/** 恢复: what was parked goes on; the time it was parked is not counted. */
export const resume = defineCommand({
  data: z.strictObject({ note }),
  decide: (_incident, data) => [{ type: 'incident.resumed', data }],
})
