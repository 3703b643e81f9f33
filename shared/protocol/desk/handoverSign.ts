import { z } from 'zod'
import { lineOf } from '../../words/lineOf.ts'

/** Body of `POST /api/v1/handovers` (U2, U3): one of the two seats signs. Both send the same `id`; sent again, it has one effect. */
export const handoverSign = z.strictObject({
  id: lineOf(64).describe('of the handover, made by who signs first'),
  from: lineOf(64).describe('seat that hands over'),
  to: lineOf(64).describe('seat that takes over'),
  sign: z.enum(['from', 'to']).describe('which of the two signs'),
  note: z.string().max(1000).optional(),
}).meta({ id: 'HandoverSign' })

export type HandoverSign = z.infer<typeof handoverSign>
