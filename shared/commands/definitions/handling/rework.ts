import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 返工, with a reason: the check has failed. */
export const rework = defineCommand({
  data: z.strictObject({ reason: incidentEvents['incident.rework'].shape.reason, note }),
  decide: (_incident, data) => [{ type: 'incident.rework', data }],
})
