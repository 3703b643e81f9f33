import { z } from 'zod'

/** What a frame says of the log: whether the picture is that of the log, and whether the log is what it was (P8, T10–T14). */
export const logSaid = z.object({
  up: z.boolean().describe('whether the server reads the log'),
  lagMs: z.number().describe('how far the picture is behind it'),
  unwritable: z.literal(true).optional().describe('the log refuses what is written (T10)'),
  unfit: z.literal(true).optional().describe('the home of the log may drop what it holds (T13)'),
  clock: z.object({
    fault: z.enum(['server-ahead', 'server-behind', 'log-ahead']),
    ms: z.number().describe('by how much'),
  }).optional().describe('a clock that cannot be right (T14)'),
  loss: z.object({
    id: z.string().describe('of the newest, for the signature'),
    at: z.number().describe('when it was noticed, epoch ms'),
    times: z.number().int().describe('how many losses nobody has signed for'),
    missing: z.number().int().describe('matters that were open before and are not known any more'),
  }).optional().describe('the log went back, came back empty or is another one, and nobody has signed for it (T11)'),
})
