import type { StreamName } from '../../shared/words/stream.ts'
import type { Publication } from '../stores/Publication.ts'

/** What a widget, an indicator or a chart reads, so that it is asked again only when that moved. */
export interface Reads {
  streams?: readonly StreamName[]
  /** The counters by hour. */
  hours?: boolean
  /** Workers' positions. */
  positions?: boolean
  /** Also as time goes by: no more often than this, ms (whole seconds). Absent: only when data moved. */
  everyMs?: number
}

export function isTouched({ streams, hours, positions }: Reads, publication: Publication): boolean {
  return publication.whole
    || (hours === true && publication.hours)
    || (positions === true && publication.workers.size > 0)
    || (streams?.some(stream => publication.streams.has(stream)) ?? false)
}
