import { z } from 'zod'

/**
 * P12: why the server ends a link, and who acts how. The client comes back by itself after each of them, with back-off.
 * `server-stopping` the server goes; `consumer-too-slow` the client did not read (sent only if it can still be);
 * `never-subscribed` nothing was asked for; `too-many` more messages or links than one client may have.
 */
export const closing = z.object({ reason: z.enum(['server-stopping', 'consumer-too-slow', 'never-subscribed', 'too-many']) }).meta({ id: 'Closing' })

export type Closing = z.infer<typeof closing>
export type CloseReason = Closing['reason']
