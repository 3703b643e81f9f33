import { z } from 'zod'
import { note, unit } from '../fields.ts'
import { defineCommand } from '../defineCommand.ts'

/** 立案: the report is a case. */
export const accept = defineCommand({
  data: z.strictObject({ unit: unit.optional(), note }),
  decide: (_incident, data) => [{ type: 'incident.accepted', data }],
})
