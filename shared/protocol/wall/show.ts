import { z } from 'zod'
import { takeoverOrder } from '../desk/deskFields.ts'

/** N4: what a wall is to show, to its screens alone; the matter by its public id, and by whom as a seat. */
export const show = z.object({
  id: z.string(),
  by: z.string().describe('id of the seat that sent it'),
  scene: z.string().optional(),
  region: z.string().optional(),
  grid: z.string().optional(),
  incident: z.string().optional(),
  takeover: takeoverOrder.optional(),
}).meta({ id: 'Show' })

export type Show = z.infer<typeof show>
