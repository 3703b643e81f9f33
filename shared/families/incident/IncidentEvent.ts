import type { z } from 'zod'
import type { EventOf } from '../../events/EventOf.ts'
import type { incidentEvents } from './events.ts'

export type IncidentType = keyof typeof incidentEvents

/** Data of a type of the stream `incident`. */
export type IncidentData<T extends IncidentType> = z.infer<(typeof incidentEvents)[T]>

export type IncidentEvent = EventOf<'incident', typeof incidentEvents>
