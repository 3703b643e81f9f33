import { z } from 'zod'
import { role } from '../words/role.ts'

/** Why a command is refused. A closed set; nothing was changed. */
const REASONS = [
  'bad-command',
  'unknown-incident',
  'unknown-actor',
  'changed',
  'wrong-stage',
  'not-allowed',
  'not-yours',
  'not-ruled',
  'nothing-changes',
  'no-such-level',
  'no-such-target',
  'no-such-holder',
  'not-of-grid',
  'off-shift',
  'needs-word',
  'parked',
  'not-called',
  'chain-ended',
  'too-many',
  'log-away',
] as const

/** A refusal as a value: `message` says what to do; the other fields say who and when, for words in any language. */
export const commandRefusal = z.object({
  reason: z.enum(REASONS),
  message: z.string(),
  path: z.string().optional().describe('field of the command'),
  stage: z.string().optional().describe('stage at which the matter is'),
  may: z.array(role).optional().describe('who may'),
  by: z.string().optional().describe('who was first'),
  at: z.number().optional().describe('when that was, epoch ms'),
  move: z.string().optional().describe('what that was'),
  seconds: z.number().optional().describe('when it may be sent again, in seconds'),
  version: z.string().optional().describe('the matter’s version now'),
}).meta({ id: 'CommandRefusal' })

export type CommandRefusal = z.infer<typeof commandRefusal>
export type CommandReason = CommandRefusal['reason']
