import type { Timeline } from './fetchTimeline.ts'
import { compareEntryIds } from '../../../../shared/words/entryId.ts'

/**
 * What is known of a history together with what has come: its newest again, or older ones that were asked for `before` an entry.
 * `earlier` names the hole behind the newest ones; it is passed over where both sides of it are known.
 */
export function joinTimelines(known: Timeline | undefined, come: Timeline, before?: string): Timeline {
  if (!known)
    return come
  const isNewest = before === undefined
  // An id that is used again names another matter (F13), and a log that went back has another past.
  if (come.version < known.version || (isNewest && known.events[0]?.entry !== come.events[0]?.entry))
    return isNewest ? come : known
  const events = [...new Map([...known.events, ...come.events].map(event => [event.entry, event])).values()].sort((a, b) => compareEntryIds(a.entry, b.entry))
  const count = come.version - events.length
  const from = isNewest ? behindNewest(known, come) : before === known.earlier?.before ? come.earlier?.before : known.earlier?.before
  return { version: come.version, whole: count <= 0, events, ...(from !== undefined && count > 0 && { earlier: { count, before: from } }) }
}

function behindNewest(known: Timeline, { earlier }: Timeline): string | undefined {
  const newest = known.events[known.events.length - 1]
  const meet = !earlier || (newest && compareEntryIds(newest.entry, earlier.before) >= 0)
  return meet ? known.earlier?.before : earlier.before
}
