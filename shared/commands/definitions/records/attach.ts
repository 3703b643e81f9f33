import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { ATTACHMENTS_KEPT } from '../../../families/incident/Incident.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'

const { attachment, mediaType, bytes } = incidentEvents['incident.attached'].shape

/** 附件: a file in the store belongs to the matter. */
export const attach = defineCommand({
  data: z.strictObject({ attachment, mediaType, bytes, note }),
  decide({ attached, attachments = [] }, data) {
    if (attachments.some(each => each.id === data.attachment))
      return { reason: 'nothing-changes', path: 'data.attachment', message: 'It is attached already.' }
    if (attached >= ATTACHMENTS_KEPT)
      return { reason: 'too-many', message: `A matter has at most ${ATTACHMENTS_KEPT} attachments.` }
    return [{ type: 'incident.attached', data }]
  },
})
