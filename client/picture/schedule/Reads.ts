import type { StreamName } from '../../../shared/words/stream.ts'
import type { Publication } from './Publication.ts'

/** `text`: numbers and lists, whose redraw is cheap. `map`: what map and tiles show. */
export type GroupName = 'text' | 'map'

/** What a widget, an indicator or a chart reads, so that it is asked again only when that moved. */
export interface Reads {
  streams?: readonly StreamName[]
  /** The counters by hour. */
  hours?: boolean
  /** Workers' positions. */
  positions?: boolean
  /** Also as time goes by: no more often than this, ms (whole seconds). Absent: only when data moved. */
  everyMs?: number
  /** Redrawn together with all of its group, at the group's pace. Absent: at its own moment, at most once a second. */
  group?: GroupName
  /** A chart, drawn at most once in five seconds: what is read off it from afar does not move by one matter. */
  chart?: true
}

export function isTouched({ streams, hours, positions }: Reads, publication: Publication): boolean {
  return publication.whole
    || (hours === true && publication.hours)
    || (positions === true && publication.workers.size > 0)
    || (streams?.some(stream => publication.streams.has(stream)) ?? false)
}

/** Whether what was drawn at `ranAt` is older than it may be. Half a second less: a tick that comes a little early still counts. */
export function isDue({ everyMs }: Reads, ranAt: number, now: number): boolean {
  return everyMs !== undefined && Math.abs(now - ranAt) >= everyMs - 500
}
