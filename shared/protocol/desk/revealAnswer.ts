import { z } from 'zod'
import { commandRefusal } from '../../commands/CommandRefusal.ts'
import { CONTACT_FIELDS } from '../../words/contact.ts'

/** A26: what was asked for, as it stands in the log, once the trace is kept; or why not, and then nothing was shown. */
export const revealAnswer = z.union([
  z.object({ accepted: z.literal(true), subject: z.string(), values: z.partialRecord(z.enum(CONTACT_FIELDS), z.string()), entry: z.string().describe('entry that says who asked and why') }),
  commandRefusal.extend({ accepted: z.literal(false) }),
]).meta({ id: 'RevealAnswer' })

export type RevealAnswer = z.infer<typeof revealAnswer>
