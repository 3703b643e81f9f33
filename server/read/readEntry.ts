import type { Places } from '../district/Places.ts'
import type { Entry } from '../log/EventLog.ts'
import type { EntryRead } from './EntryRead.ts'
import { familyOf } from '../../shared/state/familyOf.ts'
import { decodeEntry } from './decodeEntry.ts'

/** An entry decoded and put into its grid, as its family says. Never throws: whatever stands in it, the reader goes on (R1). */
export function readEntry(entry: Entry, places: Places): EntryRead {
  try {
    const read = decodeEntry(entry, places.time)
    if (read.outcome !== 'event')
      return read
    const refusal = familyOf(read.event.stream).place(read.event, places)
    return refusal ? { outcome: 'rejected', entry, refusal } : read
  }
  catch {
    return { outcome: 'rejected', entry, refusal: { reason: 'bad-data', path: 'data', message: 'This entry cannot be read; compare it with the examples in /openapi.json.' } }
  }
}
