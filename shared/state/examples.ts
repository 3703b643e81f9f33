import type { Example } from '../events/Example.ts'
import type { EventType } from './eventTypes.ts'
import { STREAMS } from '../words/stream.ts'
import { FAMILY_EVENTS } from './familyEvents.ts'

/** A lawful example of each event type. */
export const EXAMPLES = Object.assign({}, ...STREAMS.map((stream): Record<string, Example> => FAMILY_EVENTS[stream].examples)) as Record<EventType, Example>
