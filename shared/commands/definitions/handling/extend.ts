import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { neededNote, unit } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 延期: the running limit gets more time; says why. */
export const extend = defineCommand({
  data: z.strictObject({ by: incidentEvents['incident.extended'].shape.by, authority: unit.optional(), note: neededNote }),
  decide: (_incident, data) => [{ type: 'incident.extended', data }],
})
