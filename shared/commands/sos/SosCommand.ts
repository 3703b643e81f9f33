import { z } from 'zod'
import { SOS_OUTCOMES } from '../../families/patrol/sosOutcomes.ts'
import { lineOf } from '../../words/lineOf.ts'

const head = {
  id: lineOf(64).describe('id of the command, made by who sends it: sent again, it is answered as at first and has one effect'),
  sos: z.string().regex(/^sos:\d{1,16}-\d{1,20}$/, 'the id of a call for help, such as sos:1764549002000-0'),
  actor: lineOf(64).describe('seat of the duty shift that acts'),
  note: z.string().max(4000).optional().describe('free text'),
}

/** Body of `POST /api/v1/sos` (C40): a seat signs for a call for help, passes it on, or ends it with its outcome. */
export const sosCommand = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('sign'), ...head }),
  z.strictObject({ act: z.literal('pass-on'), ...head, to: z.enum(['next-on-duty', 'lead']).describe('the second seat of the duty shift, or the duty lead') }),
  z.strictObject({ act: z.literal('end'), ...head, outcome: z.enum(SOS_OUTCOMES) }),
]).meta({ id: 'SosCommand' })

export type SosCommand = z.infer<typeof sosCommand>
