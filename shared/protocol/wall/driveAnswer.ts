import { z } from 'zod'

/** N4: how many screens of that wall were told, or why none was. */
export const driveAnswer = z.union([
  z.object({ accepted: z.literal(true), id: z.string(), walls: z.number().int().min(1).describe('screens that were told') }),
  z.object({
    accepted: z.literal(false),
    id: z.string().optional(),
    reason: z.enum(['bad-request', 'unknown-actor', 'not-allowed', 'unknown-wall', 'unknown-region', 'unknown-incident', 'log-away']),
    message: z.string(),
    path: z.string().optional(),
  }),
]).meta({ id: 'DriveAnswer' })

export type DriveAnswer = z.infer<typeof driveAnswer>
