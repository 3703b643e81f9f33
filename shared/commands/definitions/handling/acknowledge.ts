import type { Actor } from '../../../domain/duty/Actor.ts'
import { z } from 'zod'
import { note, unit } from '../../fields.ts'
import { signsFor } from '../../signsFor.ts'
import { whyNotHolder } from '../../whyNotHolder.ts'
import { defineCommand } from '../../defineCommand.ts'

/**
 * 签收: the one who was sent takes the matter over. Who signs for another 代签 is told as such, and the desk says on whose word. Somebody else may
 * sign after the first; that is kept too.
 */
export const acknowledge = defineCommand({
  data: z.strictObject({ unit: unit.optional(), word: z.string().min(1).max(80).optional().describe('on whose word it is signed for another; the desk needs it'), note }),
  decide(incident, { word, ...data }, facts) {
    const { actor } = facts
    if (incident.signed?.some(({ by }) => by === actor.id))
      return { reason: 'nothing-changes', message: 'You have signed for it already.' }
    const wrong = whyNotHolder(incident, data, facts)
    if (wrong)
      return wrong
    const other = signsFor(incident, actor)
    if (other !== undefined && word === undefined && isOfDesk(actor))
      return { reason: 'needs-word', path: 'data.word', message: `It was sent to ${other}; say on whose word you sign for it.` }
    return [{ type: 'incident.acknowledged', data: { ...data, ...(other !== undefined && { for: other, ...(word !== undefined && { word }) }) } }]
  },
})

function isOfDesk({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'dutyOfficer' || role === 'dutyLead'
}
