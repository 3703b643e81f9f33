import { z } from 'zod'
import { lineOf } from '../../words/lineOf.ts'

/** Body of `POST /api/v1/losses` (T12): a seat has taken note of this loss, and of those before it that nobody signed for. Sent again, it has one effect. */
export const lossSign = z.strictObject({
  id: lineOf(64).describe('of the loss that was shown: the newest'),
  actor: lineOf(64).describe('seat of the duty shift that signs'),
  note: z.string().max(1000).optional(),
}).meta({ id: 'LossSign' })

export type LossSign = z.infer<typeof lossSign>
