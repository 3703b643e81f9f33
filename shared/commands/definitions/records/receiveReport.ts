import { z } from 'zod'
import { incidentEvents } from '../../../families/incident/events.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'

const { by, number } = incidentEvents['incident.report-received'].shape

/** 收悉: the office above has received a report, and who took it. */
export const receiveReport = defineCommand({
  data: z.strictObject({ number: number.optional().describe('default the last one sent'), by, note }),
  decide({ reports, reportReceived }, { number = reports, ...rest }) {
    if (number > reports)
      return { reason: 'no-such-target', path: 'data.number', message: `So far ${reports} reports were sent.` }
    if (number <= reportReceived)
      return { reason: 'nothing-changes', path: 'data.number', message: 'It was received already.' }
    return [{ type: 'incident.report-received', data: { number, ...rest } }]
  },
})
