import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { instant } from '../../../words/time/timeSchemas.ts'
import { epochOf } from '../../../words/time/time.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note, unit } from '../../fields.ts'

/** 挂账: the limit stands still, for a reason and by an authority; parked time is shown apart. */
export const park = defineCommand({
  data: z.strictObject({ reason: incidentEvents['incident.parked'].shape.reason, authority: unit.describe('who allowed it: seat, post or unit'), until: instant.optional(), note }),
  decide(_incident, data, { now }) {
    if (data.until !== undefined && epochOf(data.until) <= now)
      return { reason: 'bad-command', path: 'data.until', message: 'The day on which it is looked at again lies ahead.' }
    return [{ type: 'incident.parked', data }]
  },
})
