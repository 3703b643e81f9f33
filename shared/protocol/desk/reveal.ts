import { z } from 'zod'
import { CONTACT_FIELDS } from '../../words/contact.ts'
import { lineOf } from '../../words/lineOf.ts'

/** Body of `POST /api/v1/reveal` (A26): a seat asks for what is masked, and says what for. Sent again under its id it leaves one trace. */
export const revealAsk = z.strictObject({
  id: lineOf(64).describe('id of the question, made by who asks'),
  actor: lineOf(64).describe('seat of the duty shift that asks'),
  subject: lineOf(128).describe('id of a matter, for its caller; or staff: and a staff id'),
  fields: z.array(z.enum(CONTACT_FIELDS)).min(1).max(CONTACT_FIELDS.length),
  why: z.string().min(2).max(200).describe('what for, in words; it is kept'),
  about: lineOf(128).optional().describe('matter or SOS for which somebody of the staff is called'),
}).meta({ id: 'RevealAsk' })

export type RevealAsk = z.infer<typeof revealAsk>
