import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { level, LEVELS } from '../../../words/level.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'

/** 下沉, with a reason: down one level, or to any level below. */
export const sendDown = defineCommand({
  data: z.strictObject({ to: level.optional().describe('default one level down'), reason: incidentEvents['incident.sent-down'].shape.reason, note }),
  decide(incident, { to = LEVELS[LEVELS.indexOf(incident.level) - 1], ...rest }) {
    if (to === undefined || LEVELS.indexOf(to) >= LEVELS.indexOf(incident.level))
      return { reason: 'no-such-level', path: 'data.to', message: `It is at level ${incident.level}; what is sent down goes lower.` }
    return [{ type: 'incident.sent-down', data: { to, ...rest } }]
  },
})
