import type { EntryId } from '../../shared/words/entryId.ts'

const LAST_SERIAL = '18446744073709551615'

/** The greatest id before `id`. */
export function previousEntryId(id: EntryId): EntryId {
  const dash = id.indexOf('-')
  const serial = BigInt(id.slice(dash + 1))
  return serial > 0n ? `${id.slice(0, dash)}-${serial - 1n}` : `${Number(id.slice(0, dash)) - 1}-${LAST_SERIAL}`
}
