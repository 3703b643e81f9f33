import type { Incident } from '../../../families/incident/Incident.ts'
import { z } from 'zod'
import { isEnded } from '../../../domain/stages.ts'
import { incidentEvents } from '../../../families/incident/events.ts'
import { defineCommand } from '../../defineCommand.ts'
import { unit } from '../../fields.ts'

const { kind, by, text } = incidentEvents['incident.report-sent'].shape

/**
 * 值班信息报送: the first report 初报 (by telephone, then the same in writing), follow-ups 续报, the final one 终报, which is for
 * what has ended; numbered by the chain, which ends with it.
 */
export const reportUpward = defineCommand({
  data: z.strictObject({ kind, by, to: unit.describe('office that is told'), text }),
  decide(incident, data) {
    const number = numberOf(incident, data)
    if ((data.kind === 'first') !== (number === 1))
      return { reason: 'bad-command', path: 'data.kind', message: number === 1 ? 'Nothing was reported so far: begin with the first report.' : `The first report was sent; this is number ${number}: follow-up or final.` }
    if (data.kind === 'final' && !isEnded(incident.stage))
      return { reason: 'bad-command', path: 'data.kind', message: 'The matter has not ended: what is sent now is a follow-up; the final report closes the chain once it has.' }
    if (number > 99)
      return { reason: 'too-many', message: 'A chain has at most 99 reports; end it with the final one.' }
    return [{ type: 'incident.report-sent', data: { ...data, number } }]
  },
})

/** The first report may be told by telephone and then sent in writing, or the other way about, under one number. */
function numberOf({ reports, reportKind, phonedAt, writtenAt }: Incident, { kind, by }: { kind: string; by: string }): number {
  return kind === reportKind && kind === 'first' && (by === 'phone' ? phonedAt : writtenAt) === 0 ? reports : reports + 1
}
