import { z } from 'zod'
import { cursor } from './cursor.ts'
import { logSaid } from './logSaid.ts'
import { openEvent } from './openEvent.ts'
import { workerPosition } from './workerPosition.ts'

/** P7: applied to the state at `from`, gives the state at `to`. An empty one each second is the heartbeat (P8). */
export const frame = z.object({
  from: cursor,
  to: cursor,
  at: z.number().describe('server clock when it was encoded, epoch ms'),
  events: z.array(openEvent),
  digest: z.string().optional().describe('of the state at `to`, every few seconds (P9)'),
  positions: z.array(workerPosition).optional().describe('positions that changed (P11)'),
  log: logSaid.optional().describe('whether the server reaches the log, and whether the log is what it was (P8)'),
}).meta({ id: 'Frame' })

export type Frame = z.infer<typeof frame>
