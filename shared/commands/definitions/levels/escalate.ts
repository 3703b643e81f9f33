import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { level, LEVELS } from '../../../words/level.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'
import { levelAbove } from '../../levelAbove.ts'

/** 提级: up one level, or straight to any level above for the gravest (severity I and II). */
export const escalate = defineCommand({
  data: z.strictObject({ to: level.optional().describe('default one level up'), reason: incidentEvents['incident.escalated'].shape.reason, note }),
  decide(incident, { to = levelAbove(incident.level), ...rest }) {
    const steps = to === undefined ? 0 : LEVELS.indexOf(to) - LEVELS.indexOf(incident.level)
    if (to === undefined || steps < 1)
      return { reason: 'no-such-level', path: 'data.to', message: `It is at level ${incident.level}; escalation goes up.` }
    if (steps > 1 && incident.severity !== 'I' && incident.severity !== 'II')
      return { reason: 'no-such-level', path: 'data.to', message: `A matter of severity ${incident.severity} goes up one level at a time.` }
    return [{ type: 'incident.escalated', data: { to, ...rest } }]
  },
})
