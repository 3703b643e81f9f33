import { z } from 'zod'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 评价/回访: whether the caller is satisfied. */
export const evaluate = defineCommand({
  data: z.strictObject({ satisfied: z.boolean(), note }),
  decide: (_incident, data) => [{ type: 'incident.evaluated', data }],
})
