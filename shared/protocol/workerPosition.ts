import { z } from 'zod'

/** P11: a worker's newest position, beside the events: to a screen an alias, rounded, and only on shift. */
export const workerPosition = z.object({
  worker: z.string(),
  grid: z.string(),
  lng: z.number(),
  lat: z.number(),
  at: z.number().describe('epoch ms by the phone’s clock: the age of the fix'),
}).meta({ id: 'WorkerPosition' })

export type WorkerPosition = z.infer<typeof workerPosition>
