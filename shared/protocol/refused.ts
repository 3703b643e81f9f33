import { z } from 'zod'

/** P6: the subscription is refused; the link stays, and another one may be sent. */
export const refused = z.object({
  reason: z.enum(['bad-request', 'other-protocol', 'unknown-region', 'not-allowed', 'too-many']),
  message: z.string().optional(),
}).meta({ id: 'Refused' })

export type Refused = z.infer<typeof refused>
