import type { CommandEvent } from '../../defineCommand.ts'
import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'

/** 裁定 on a return, by the duty lead: upheld, it waits for another holder; overruled, it goes back to the one who returned it. */
export const rule = defineCommand({
  data: z.strictObject({ ruling: incidentEvents['incident.ruled'].shape.ruling, note }),
  decide(incident, data, { actor }) {
    const ruled: CommandEvent = { type: 'incident.ruled', data: { ...data, by: actor.role } }
    // Where it went up meanwhile nobody holds it: who returned it last is still meant.
    const unit = incident.returner ?? incident.unit
    const back: CommandEvent = { type: 'incident.dispatched', data: { ...(unit !== undefined && { unit }) } }
    return data.ruling === 'upheld' ? [ruled] : [ruled, back]
  },
})
