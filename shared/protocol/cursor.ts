import { z } from 'zod'

/** P1: opaque outside; inside it is a `Position`. */
export const cursor = z.string().max(200).meta({ id: 'Cursor', description: 'opaque: keep it, send it back, compare for equality' })

export type Cursor = z.infer<typeof cursor>
