import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { TICKS_KEPT } from '../../../families/incident/Incident.ts'
import { defineCommand } from '../../defineCommand.ts'

const { item, done } = incidentEvents['incident.ticked'].shape

/** 勾选: an item of the matter's checklist is done, or not after all. */
export const tick = defineCommand({
  data: z.strictObject({ item, done }),
  decide({ ticked = [] }, data) {
    if (ticked.includes(data.item) === data.done)
      return { reason: 'nothing-changes', path: 'data.item', message: data.done ? 'It is ticked already.' : 'It is not ticked.' }
    if (data.done && ticked.length >= TICKS_KEPT)
      return { reason: 'too-many', message: `A checklist has at most ${TICKS_KEPT} items.` }
    return [{ type: 'incident.ticked', data }]
  },
})
