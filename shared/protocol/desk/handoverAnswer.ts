import { z } from 'zod'
import { handover } from './handover.ts'

/** Why a signature is refused (U2). A closed set; nothing was kept. */
const handoverReason = z.enum(['bad-request', 'unknown-seat', 'same-seat', 'other-handover', 'unacknowledged', 'unowned', 'reports-due', 'log-away'])

/** U2, U3: the handover with the new signature, or why it was refused; `matters` are the ones that stand in its way. */
export const handoverAnswer = z.union([
  z.object({ accepted: z.literal(true), handover, duplicate: z.literal(true).optional() }),
  z.object({
    accepted: z.literal(false),
    reason: handoverReason,
    message: z.string(),
    path: z.string().optional(),
    count: z.number().int().optional(),
    matters: z.array(z.string()).optional(),
  }),
]).meta({ id: 'HandoverAnswer' })

export type HandoverAnswer = z.infer<typeof handoverAnswer>
export type HandoverReason = z.infer<typeof handoverReason>
