import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 不予受理, with a reason. */
export const reject = defineCommand({
  data: z.strictObject({ reason: incidentEvents['incident.rejected'].shape.reason, note }),
  decide: (_incident, data) => [{ type: 'incident.rejected', data }],
})
