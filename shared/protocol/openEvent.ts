import { z } from 'zod'

/** An event in a frame, redacted for its audience; `entry` with `stream` is its place in the log. */
export const openEvent = z.object({
  stream: z.string(),
  entry: z.string(),
  type: z.string(),
  time: z.string(),
  source: z.string(),
  id: z.string(),
  subject: z.string(),
  actor: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
}).meta({ id: 'Event' })

export type OpenEvent = z.infer<typeof openEvent>
