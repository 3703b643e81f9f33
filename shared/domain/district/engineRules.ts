import { z } from 'zod'
import { level } from '../../words/level.ts'
import { SEVERITIES } from '../../words/severity.ts'

const share = z.number().min(0).max(100).nullable()

const cards = z.object({
  yellow: share.default(0).describe('yellow card when a matter has overrun by this share of its running limit; null for never'),
  red: share.default(0.5).describe('red card'),
  order: share.default(1).describe('supervision order 督办'),
  orderWithin: z.number().min(0).max(100).default(0.5).describe('share of the running limit that the order gives'),
})

/** `rules.engine` of `district.json`: what the engine does when nobody does anything; all with defaults. */
export const engineRules = z.object({
  on: z.boolean().default(true).describe('false: nothing is decided by the clock'),
  intake: z.enum(['escalate', 'call']).default('escalate').describe('when the limit for intake passes: the matter goes up, or only the call for it is passed on'),
  withoutDuty: z.enum(['pass', 'wait']).default('pass').describe('a level at which nobody is on duty is passed over, or the matter waits for the next shift there'),
  straightTo: z.partialRecord(z.enum(SEVERITIES), level).default({}).describe('level to which a matter of a severity goes as soon as it is known'),
  cards: cards.prefault({}),
})

export type EngineRules = z.infer<typeof engineRules>
