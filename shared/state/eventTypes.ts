import type { z } from 'zod'
import type { EventSchemas } from '../events/EventOf.ts'
import type { StreamName } from '../words/stream.ts'
import type { EventsOfFamilies } from './familyEvents.ts'
import { isStream } from '../words/isStream.ts'
import { STREAMS } from '../words/stream.ts'
import { FAMILY_EVENTS } from './familyEvents.ts'

type TypesOf<S extends StreamName> = keyof EventsOfFamilies[S] & string

export type EventType = { [S in StreamName]: TypesOf<S> }[StreamName]

type SchemaOf<T extends EventType> = { [S in StreamName]: T extends TypesOf<S> ? EventsOfFamilies[S][T] : never }[StreamName]

export type DataOf<T extends EventType> = z.infer<SchemaOf<T>>

/** Schema of the data of every event type that this build understands. */
export const EVENT_DATA = Object.assign({}, ...STREAMS.map((stream): EventSchemas => FAMILY_EVENTS[stream].events)) as { [T in EventType]: SchemaOf<T> }

export const EVENT_TYPES = Object.keys(EVENT_DATA) as EventType[]

const known = new Set<string>(EVENT_TYPES)

export function isEventType(type: string): type is EventType {
  return known.has(type)
}

/** The stream of a type is what stands before its first dot; undefined for a stream that this build does not fold. */
export function streamOf(type: string): StreamName | undefined {
  const stream = type.slice(0, type.indexOf('.'))
  return isStream(stream) ? stream : undefined
}
