import { z } from 'zod'
import { note, unit } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'
import { whyNotHolder } from '../../whyNotHolder.ts'

/** 立案: the report is a case. */
export const accept = defineCommand({
  data: z.strictObject({ unit: unit.optional(), note }),
  decide: (incident, data, facts) => whyNotHolder(incident, data, facts) ?? [{ type: 'incident.accepted', data }],
})
