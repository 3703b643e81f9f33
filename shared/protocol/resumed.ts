import { z } from 'zod'
import { cursor } from './cursor.ts'

/** P4: the client goes on from `cursor`, which is the one it sent; a frame from there follows. */
export const resumed = z.object({ cursor }).meta({ id: 'Resumed' })

export type Resumed = z.infer<typeof resumed>
