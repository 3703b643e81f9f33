import type { EntryId } from '../../words/entryId.ts'
import { compareEntryIds } from '../../words/entryId.ts'

interface When {
  at: number
  entry: EntryId
  ended?: boolean
}

/** Whether one is newer than another by the phone's time; of the same moment what ends a patrol, else the later entry: a total order that all audiences share. */
export function isNewer(one: When, other: When): boolean {
  if (one.at !== other.at)
    return one.at > other.at
  if (one.ended !== other.ended)
    return one.ended === true
  return compareEntryIds(one.entry, other.entry) > 0
}
