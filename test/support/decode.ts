import type { Entry } from '../../server/log/EventLog.ts'
import type { EntryRead } from '../../server/read/EntryRead.ts'
import { TimeBounds } from '../../server/district/TimeBounds.ts'
import { decodeEntry } from '../../server/read/decodeEntry.ts'

const bounds = new TimeBounds({ oldest: { positions: 'P7D', rest: 'P400D' }, backfill: ['archive-office'] })

/** Decodes as a district does that says nothing of times, but for one source that tells the past. */
export function decode(entry: Entry): EntryRead {
  return decodeEntry(entry, bounds)
}
