import { z } from 'zod'
import { note, unit } from '../fields.ts'
import { defineCommand } from '../defineCommand.ts'

/** 签收: the one who was sent takes the matter over. */
export const acknowledge = defineCommand({
  data: z.strictObject({ unit: unit.optional(), note }),
  decide: (_incident, data) => [{ type: 'incident.acknowledged', data }],
})
