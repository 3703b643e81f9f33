import type { EntryId } from '../../shared/words/entryId.ts'

/** The smallest id after `id`; serials may be as large as Redis allows (64 bits). */
export function nextEntryId(id: EntryId): EntryId {
  const dash = id.indexOf('-')
  return `${id.slice(0, dash)}-${BigInt(id.slice(dash + 1)) + 1n}`
}
