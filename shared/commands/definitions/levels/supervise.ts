import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { instant } from '../../../words/time/timeSchemas.ts'
import { epochOf } from '../../../words/time/time.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'

/** 督办: an order with a date, a card, or both. */
export const supervise = defineCommand({
  data: z.strictObject({ card: incidentEvents['incident.supervised'].shape.card, due: instant.optional(), note })
    .refine(data => data.card !== undefined || data.due !== undefined, { path: ['due'], error: 'give due or card: an order has a date, a card, or both' }),
  decide(incident, data, { actor, now }) {
    if (data.due !== undefined && epochOf(data.due) <= now)
      return { reason: 'bad-command', path: 'data.due', message: 'The date of an order lies ahead.' }
    if (data.due === undefined && (incident.card === 'red' || incident.card === data.card))
      return { reason: 'nothing-changes', path: 'data.card', at: incident.cardAt, message: `It has a ${incident.card} card already.` }
    return [{ type: 'incident.supervised', data: { ...data, reason: 'ordered', by: actor.role } }]
  },
})
