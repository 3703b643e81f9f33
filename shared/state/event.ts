import type { EntryId } from '../words/entryId.ts'
import type { StreamName } from '../words/stream.ts'
import type { DataOf, EventType, GridStatusType, IncidentType, PatrolType } from './eventTypes.ts'

/** Attributes that every event has once it has been read from the log. */
interface Attributes {
  /** Id of its entry; with the stream its place in the log. */
  entry: EntryId
  /** RFC 3339: when it happened. */
  time: string
  source: string
  id: string
  subject: string
  actor?: string
}

type Of<S extends StreamName, T extends EventType> = { [K in T]: Attributes & { stream: S; type: K; data: DataOf<K> } }[T]

export type IncidentEvent = Of<'incident', IncidentType>
export type PatrolEvent = Of<'patrol', PatrolType>
export type GridStatusEvent = Of<'grid-status', GridStatusType>

/** An event as the fold takes it: read, parsed and placed in its grid (`data.grid` where a type has one). */
export type WanggeEvent = IncidentEvent | PatrolEvent | GridStatusEvent
