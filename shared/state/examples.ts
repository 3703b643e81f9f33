import type { Example } from '../events/Example.ts'
import type { EventType } from './eventTypes.ts'
import { STREAMS } from '../words/stream.ts'
import { FAMILIES } from './families.ts'

/** A lawful example of each event type. */
export const EXAMPLES = Object.assign({}, ...STREAMS.map((stream): Record<string, Example> => FAMILIES[stream].examples)) as Record<EventType, Example>
