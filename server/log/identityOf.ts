import type { Fields } from './EventLog.ts'
import { createHash } from 'node:crypto'

/** How long a repeated `source` + `id` is recognised. */
export const IDENTITY_WINDOW_MS = 7 * 86_400_000

/**
 * Short fixed-length text for an event's identity (`source` and `id`), or undefined if it carries none.
 * 144 bits of SHA-256: two events never meet by chance, and a key stays small however long the names are.
 */
export function identityOf(fields: Fields): string | undefined {
  const { source, id } = fields
  if (source === undefined || id === undefined)
    return undefined
  return createHash('sha256').update(`${source.length}:${source}${id}`).digest('base64url').slice(0, 24)
}
