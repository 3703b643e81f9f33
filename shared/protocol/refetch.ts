import { z } from 'zod'

/** P5: the client must get the state at `href` and subscribe with its cursor. */
export const refetch = z.object({
  because: z.enum(['none', 'too-old', 'ahead', 'other-epoch', 'other-fold']),
  href: z.string(),
}).meta({ id: 'Refetch' })

export type Refetch = z.infer<typeof refetch>
export type RefetchReason = Refetch['because']
