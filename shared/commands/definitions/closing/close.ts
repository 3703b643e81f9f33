import { z } from 'zod'
import { level } from '../../../words/level.ts'
import { defineCommand } from '../../defineCommand.ts'
import { neededNote } from '../../fields.ts'

/** 结案. A full-time worker closes what was settled on the spot 自处置; what was sent to somebody is closed by those who check it. */
export const close = defineCommand({
  data: z.strictObject({ level: level.optional().describe('level at which it was settled; default the level that holds it'), note: neededNote }),
  decide: (_incident, data) => [{ type: 'incident.closed', data }],
})
