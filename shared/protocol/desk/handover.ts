import { z } from 'zod'
import { handoverDraft } from './handoverDraft.ts'

const signature = z.object({
  at: z.number().describe('epoch ms'),
  note: z.string().optional(),
  draft: handoverDraft.describe('what was signed'),
}).meta({ id: 'HandoverSignature' })

/** U3: a handover as it is kept. Signed by both it is complete. */
export const handover = z.object({
  id: z.string(),
  from: z.string().describe('seat that hands over'),
  to: z.string().describe('seat that takes over'),
  signed: z.object({ from: signature.optional(), to: signature.optional() }),
  completeAt: z.number().optional().describe('when both had signed, epoch ms'),
}).meta({ id: 'Handover' })

export type Handover = z.infer<typeof handover>

/** Query of `GET /api/v1/handovers`; each alone. */
export const handoversQuery = z.object({
  audience: z.literal('desk'),
  waiting: z.string().optional().describe('the one that waits for its second signature'),
  id: z.string().max(64).optional().describe('that one, whole'),
})

/** Answer of `GET /api/v1/handovers?audience=desk`: newest first. */
export const handovers = z.object({ handovers: z.array(handover) }).meta({ id: 'Handovers' })
