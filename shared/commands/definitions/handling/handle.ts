import { z } from 'zod'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 处置: work has begun. */
export const handle = defineCommand({
  data: z.strictObject({ note }),
  decide: (_incident, data) => [{ type: 'incident.handling', data }],
})
