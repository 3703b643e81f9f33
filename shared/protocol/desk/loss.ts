import { z } from 'zod'

/** T11: the log went back, came back empty or is another one; told until a person signs for it (T12). */
export const loss = z.object({
  id: z.string().describe('the epoch that it began'),
  at: z.number().describe('when it was noticed, epoch ms'),
  missing: z.number().int().nonnegative().describe('matters that were open before and are not known any more'),
  signed: z.object({
    by: z.string().describe('seat of the duty shift'),
    at: z.number().describe('epoch ms'),
    note: z.string().optional(),
  }).optional(),
}).meta({ id: 'Loss' })

export type Loss = z.infer<typeof loss>

/** Answer of `GET /api/v1/losses?audience=desk`: newest first. */
export const losses = z.object({ losses: z.array(loss) }).meta({ id: 'Losses' })
