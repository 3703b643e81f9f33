import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { defineCommand } from '../../defineCommand.ts'

const { fields, why } = incidentEvents['incident.revealed'].shape

/** 显示: the caller's contact is shown to the actor, who says what for; what is shown is answered apart, and to him alone (A26). */
export const reveal = defineCommand({
  data: z.strictObject({ fields, why }),
  decide({ reporter }, data) {
    const missing = data.fields.find(field => reporter?.[field] === undefined)
    if (missing !== undefined)
      return { reason: 'no-such-target', path: 'data.fields', message: `Its caller left no ${missing}.` }
    return [{ type: 'incident.revealed', data }]
  },
})
