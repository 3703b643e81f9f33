import type { CommandEvent } from '../../defineCommand.ts'
import { z } from 'zod'
import { level } from '../../../words/level.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note, unit } from '../../fields.ts'
import { whyNotHolder } from '../../whyNotHolder.ts'

/**
 * 派遣: somebody is sent. Out of a return that was not ruled on, the duty lead rules by sending: to the one who returned it
 * the return is overruled, to another it is upheld; nobody else may send it before a ruling.
 */
export const dispatch = defineCommand({
  data: z.strictObject({ level: level.optional(), unit: unit.optional(), assignee: z.string().min(1).max(64).optional().describe('staff id'), note })
    .refine(data => data.unit !== undefined || data.assignee !== undefined, { path: ['unit'], error: 'give unit or assignee: who is sent' }),
  decide(incident, data, facts) {
    const { actor } = facts
    const wrong = whyNotHolder(incident, data, facts)
    if (wrong)
      return wrong
    const sent: CommandEvent = { type: 'incident.dispatched', data }
    if (incident.stage !== 'returned' || incident.ruling !== undefined)
      return [sent]
    const ruling = data.unit === undefined || data.unit === (incident.returner ?? incident.unit) ? 'overruled' : 'upheld'
    return [{ type: 'incident.ruled', data: { ruling, by: actor.role } }, sent]
  },
})
