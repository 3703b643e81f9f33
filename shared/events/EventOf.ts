import type { z } from 'zod'
import type { EntryId } from '../words/entryId.ts'
import type { StreamName } from '../words/stream.ts'

/** Schemas of the data of a stream's events, by type. */
export type EventSchemas = Readonly<Record<string, z.ZodObject>>

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

/** The events of a stream as its fold takes them: read, parsed and placed in their grid (`data.grid` where a type has one). */
export type EventOf<S extends StreamName, E extends EventSchemas> = { [T in keyof E & string]: Attributes & { stream: S; type: T; data: z.infer<E[T]> } }[keyof E & string]
