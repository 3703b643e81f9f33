import { z } from 'zod'

/** N2: who sits at the desks now; one entry a link. To desk links alone, at each change. */
export const officers = z.object({
  officers: z.array(z.object({
    link: z.string().describe('of which link it is said; `you` is this one’s own'),
    you: z.literal(true).optional(),
    actor: z.string(),
    incident: z.string().optional(),
    typing: z.boolean(),
    since: z.number().describe('since when this link is there, epoch ms by the server'),
  })),
}).meta({ id: 'Officers' })

export type Officers = z.infer<typeof officers>
export type Officer = Officers['officers'][number]
