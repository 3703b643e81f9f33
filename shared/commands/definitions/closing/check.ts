import { z } from 'zod'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 核查: somebody looks on the spot whether it is done. */
export const check = defineCommand({
  data: z.strictObject({ note }),
  decide: (_incident, data) => [{ type: 'incident.checking', data }],
})
