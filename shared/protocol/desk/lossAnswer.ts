import { z } from 'zod'
import { loss } from './loss.ts'

/** Why a signature is refused (T12). A closed set; nothing was kept. */
const lossReason = z.enum(['bad-request', 'unknown-seat', 'unknown-loss', 'already-signed', 'log-away'])

/** T12: the loss with its signature, or why it was refused; `loss` then says who was first. */
export const lossAnswer = z.union([
  z.object({ accepted: z.literal(true), loss, duplicate: z.literal(true).optional() }),
  z.object({ accepted: z.literal(false), reason: lossReason, message: z.string(), path: z.string().optional(), loss: loss.optional() }),
]).meta({ id: 'LossAnswer' })

export type LossAnswer = z.infer<typeof lossAnswer>
export type LossReason = z.infer<typeof lossReason>
