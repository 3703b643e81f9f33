import { z } from 'zod'

/** Matters by id, gravest first, then the longest open; `count` says how many there are, of which at most {@link LISTED} are named. */
const matters = z.object({ count: z.number().int().min(0), matters: z.array(z.string()) }).meta({ id: 'HandoverMatters' })

export const LISTED = 100

/** Answer of `GET /api/v1/handover?audience=desk` (U1): what one shift hands to the next, since the handover before. Times are epoch ms. */
export const handoverDraft = z.object({
  since: z.number().describe('when the handover before was signed by both; 24 hours ago where there is none'),
  at: z.number(),
  open: matters,
  changed: matters.describe('something happened to it since'),
  unacknowledged: matters.describe('U2: nobody has signed for it, and it is of severity I or II or the limit for that has passed'),
  unowned: matters.describe('U2: accepted, but nobody holds it'),
  aged: matters.describe('open, and its limit has passed'),
  escalated: matters.describe('went up a level since'),
  reported: matters.describe('was reported upward since'),
}).meta({ id: 'HandoverDraft' })

export type HandoverDraft = z.infer<typeof handoverDraft>
export type HandoverMatters = z.infer<typeof matters>
