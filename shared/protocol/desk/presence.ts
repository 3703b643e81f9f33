import { z } from 'zod'
import { lineOf } from '../../words/lineOf.ts'
import { matterId } from './deskFields.ts'

/** N2: an officer at a desk says who is there, what is looked at, and whether it is being written on. Desk links alone. */
export const presence = z.strictObject({
  actor: lineOf(128).describe('as in a command'),
  incident: matterId.optional().describe('matter that is looked at'),
  typing: z.boolean().optional(),
}).meta({ id: 'Presence' })

export type Presence = z.infer<typeof presence>
