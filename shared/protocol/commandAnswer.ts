import { z } from 'zod'
import { commandRefusal } from '../commands/CommandRefusal.ts'
import { durability } from './durability.ts'

/** C2: what became of a command. Accepted: its entries are kept and folded here, `version` is the matter's version now. */
export const commandAnswer = z.union([
  z.object({
    accepted: z.literal(true),
    id: z.string().describe('id of the command'),
    entries: z.array(z.string()).min(1).describe('what was appended, in order'),
    version: z.string().describe('the matter’s version now'),
    reached: durability.optional().describe('what had been reached when this was answered; left out where it was answered before'),
    duplicate: z.literal(true).optional().describe('the command came before; this is what became of it then'),
  }),
  commandRefusal.extend({ accepted: z.literal(false), id: z.string().optional() }),
]).meta({ id: 'CommandAnswer' })

export type CommandAnswer = z.infer<typeof commandAnswer>
