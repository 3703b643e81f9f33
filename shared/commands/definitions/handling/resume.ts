import { z } from 'zod'
import { PARKABLE } from '../../../domain/stages.ts'
import { note } from '../../fields.ts'
import { defineCommand } from '../../defineCommand.ts'

/** 恢复: what was parked goes on where it was, so that a sign-for that was due is still due; the time it was parked is not counted, by no clock. */
export const resume = defineCommand({
  data: z.strictObject({ note }),
  decide({ parkedFrom }, data) {
    const to = PARKABLE.find(stage => stage === parkedFrom)
    return [{ type: 'incident.resumed', data: { ...data, ...(to && { to }) } }]
  },
})
