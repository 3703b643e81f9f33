import type { Incident } from '../../../families/incident/Incident.ts'
import { z } from 'zod'
import { isEnded } from '../../../domain/stages.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'
import { isOneClock } from '../../isOneClock.ts'

/**
 * 合并: this matter goes on in another one, which must be open; both histories stay whole. One matter has one clock: where
 * both limits are of one kind, the earlier start counts.
 */
export const merge = defineCommand({
  data: z.strictObject({ into: z.string().min(1).max(128).describe('id of the incident that goes on'), note }),
  decide(incident, data, { state }) {
    const target = state.incident.incidents.get(data.into)
    if (!target || target.id === incident.id)
      return { reason: 'no-such-target', path: 'data.into', message: 'There is no other such matter to merge it into.' }
    if (isEnded(target.stage))
      return { reason: 'no-such-target', path: 'data.into', stage: target.stage, message: `That matter is ${target.stage}; merge into one that is open.` }
    return [
      { type: 'incident.merged', data },
      { type: 'incident.joined', subject: target.id, data: { from: incident.id, ...earlierStart(incident, target) } },
    ]
  },
})

function earlierStart(incident: Incident, target: Incident): { since?: string } {
  return isOneClock(incident, target) && incident.clockAt < target.clockAt ? { since: new Date(incident.clockAt).toISOString() } : {}
}
