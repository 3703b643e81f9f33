import { z } from 'zod'

/** Names of a place or body: Chinese always, English and Mongolian where the data set brings them. */
export const names = z.object({
  zh: z.string().min(1).max(80),
  en: z.string().min(1).max(120).optional(),
  mn: z.string().min(1).max(120).optional(),
})

export type Names = z.infer<typeof names>
