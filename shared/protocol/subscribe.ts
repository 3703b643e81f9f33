import { z } from 'zod'
import { audience } from '../words/Audience.ts'
import { regionCode } from '../words/codes.ts'
import { cursor } from './cursor.ts'
import { PROTOCOL_VERSION } from './version.ts'

/** What a client wants to see: an audience and a region. */
export const scope = z.strictObject({ audience, region: regionCode }).meta({ id: 'Scope' })

export type Scope = z.infer<typeof scope>

/** P3: the one message a client sends. Again, at any time, with another scope or cursor. */
export const subscribe = z.strictObject({
  protocol: z.literal(PROTOCOL_VERSION),
  scope,
  cursor: cursor.optional().describe('what the client has; absent: nothing yet'),
  fold: z.string().max(40).optional().describe('version of the client’s fold; absent: whatever the server has'),
}).meta({ id: 'Subscribe' })

export type Subscribe = z.infer<typeof subscribe>
