import { z } from 'zod'
import { neededNote } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 备注: something is said of the matter. */
export const comment = defineCommand({
  data: z.strictObject({ text: neededNote }),
  decide: (_incident, data) => [{ type: 'incident.commented', data }],
})
