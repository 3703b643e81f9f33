import { z } from 'zod'
import { lineOf } from '../words/lineOf.ts'
import { instant } from '../words/time/timeSchemas.ts'

/** Most characters of each attribute, in code points. */
export const MOST_CHARACTERS = { type: 128, source: 256, id: 256, subject: 128, actor: 128 } as const

const line = (name: keyof typeof MOST_CHARACTERS, description: string) => lineOf(MOST_CHARACTERS[name]).describe(description)

/** CloudEvents 1.0 attributes as Wangge takes them in every way in. */
export const envelope = z.object({
  specversion: z.literal('1.0').optional(),
  type: line('type', 'event type, such as incident.reported; it decides the stream'),
  source: line('source', 'who sends; with id the identity of the event').optional(),
  id: line('id', 'id within source: the same pair appends once').optional(),
  time: instant.describe('when it happened; default the moment it reached the log').optional(),
  subject: line('subject', 'the thing it is about: incident id, grid code, worker or device id'),
  actor: line('actor', 'who did it').optional(),
  datacontenttype: z.string().optional(),
  data: z.record(z.string(), z.unknown()).describe('a JSON object, up to 64 levels deep and 256 KiB'),
})

export type Envelope = z.infer<typeof envelope>

export const MAX_DATA_BYTES = 256 * 1024
export const MAX_DATA_DEPTH = 64
