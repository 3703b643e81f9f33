import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 重开, with a reason. */
export const reopen = defineCommand({
  data: z.strictObject({ reason: incidentEvents['incident.reopened'].shape.reason, note }),
  decide: (_incident, data) => [{ type: 'incident.reopened', data }],
})
