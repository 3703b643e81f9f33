import { z } from 'zod'

/** `screen`: walls, read by anybody in the room. `desk`: the duty officer. */
export const audience = z.enum(['screen', 'desk']).meta({ id: 'Audience' })

export type Audience = z.infer<typeof audience>
