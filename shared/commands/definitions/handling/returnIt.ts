import type { CommandEvent } from '../../defineCommand.ts'
import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'
import { levelAbove } from '../../levelAbove.ts'

/** 退单, with a reason. At the district's ceiling the matter goes up a level at once; at the top it is supervised instead. */
export const returnIt = defineCommand({
  data: z.strictObject({ reason: incidentEvents['incident.returned'].shape.reason, note }),
  decide(incident, data, { state, actor }) {
    const { unit = incident.unit } = actor
    const returned: CommandEvent = { type: 'incident.returned', data: { ...data, ...(unit !== undefined && { unit }) } }
    if (incident.returns + 1 < state.basis.rules.returnCeiling)
      return [returned]
    const to = levelAbove(incident.level)
    return [returned, to === undefined
      ? { type: 'incident.supervised', data: { reason: 'returned-too-often' } }
      : { type: 'incident.escalated', data: { to, reason: 'returned-too-often' } }]
  },
})
