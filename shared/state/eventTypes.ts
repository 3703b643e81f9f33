import type { z } from 'zod'
import type { StreamName } from '../words/stream.ts'
import { STREAMS } from '../words/stream.ts'
import { gridStatusEvents } from '../families/gridStatus/events.ts'
import { incidentEvents } from '../families/incident/events.ts'
import { patrolEvents } from '../families/patrol/events.ts'

/** Schema of the data of every event type that this build understands. */
export const EVENT_DATA = { ...incidentEvents, ...patrolEvents, ...gridStatusEvents }

export type EventType = keyof typeof EVENT_DATA
export type IncidentType = keyof typeof incidentEvents
export type PatrolType = keyof typeof patrolEvents
export type GridStatusType = keyof typeof gridStatusEvents

export type DataOf<T extends EventType> = z.infer<(typeof EVENT_DATA)[T]>

export const EVENT_TYPES = Object.keys(EVENT_DATA) as EventType[]

const known = new Set<string>(EVENT_TYPES)
const streams = new Set<string>(STREAMS)

export function isEventType(type: string): type is EventType {
  return known.has(type)
}

/** The stream of a type is what stands before its first dot; undefined for a stream that this build does not fold. */
export function streamOf(type: string): StreamName | undefined {
  const stream = type.slice(0, type.indexOf('.'))
  return streams.has(stream) ? stream as StreamName : undefined
}
