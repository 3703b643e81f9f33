import { z } from 'zod'
import { instant } from '../words/time.ts'

// eslint's no-control-regex would have these as a fault; an id with a line break is one.
const plain = /^[^\u0000-\u001F\u007F]+$/u

const text = (max: number, description: string) => z.string().min(1).max(max).regex(plain, 'no control characters').describe(description)

/** CloudEvents 1.0 attributes as Wangge takes them in every way in. */
export const envelope = z.object({
  specversion: z.literal('1.0').optional(),
  type: text(128, 'event type, such as incident.reported; it decides the stream'),
  source: text(256, 'who sends; with id the identity of the event').optional(),
  id: text(256, 'id within source: the same pair appends once').optional(),
  time: instant.describe('when it happened; default the moment it reached the log').optional(),
  subject: text(128, 'the thing it is about: incident id, grid code, worker or device id'),
  actor: text(128, 'who did it').optional(),
  datacontenttype: z.string().optional(),
  data: z.record(z.string(), z.unknown()).describe('a JSON object, up to 64 levels deep and 256 KiB'),
})

export type Envelope = z.infer<typeof envelope>

export const MAX_DATA_BYTES = 256 * 1024
export const MAX_DATA_DEPTH = 64
