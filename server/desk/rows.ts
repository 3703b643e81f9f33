import { z } from 'zod'
import { wall } from '../../shared/protocol/wall/wall.ts'

/** One officer's link. Times are epoch ms by the server that has the link. */
export const officerRow = z.object({
  link: z.string(),
  actor: z.string(),
  incident: z.string().optional(),
  typing: z.boolean(),
  since: z.number(),
})

/** One screen of a named wall, as it said last. */
export const wallRow = wall.extend({
  since: z.number(),
  saidAt: z.number(),
  paintedAt: z.number().optional(),
})

/** Who is at one server. */
export const rows = z.object({ officers: z.array(officerRow), walls: z.array(wallRow) })

export type OfficerRow = z.infer<typeof officerRow>
export type WallRow = z.infer<typeof wallRow>
export type Rows = z.infer<typeof rows>
