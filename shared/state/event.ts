import type { EventOf } from '../events/EventOf.ts'
import type { StreamName } from '../words/stream.ts'
import type { EventsOfFamilies } from './familyEvents.ts'

/** An event as the fold takes it: read, parsed and placed in its grid (`data.grid` where a type has one). */
export type WanggeEvent = { [S in StreamName]: EventOf<S, EventsOfFamilies[S]> }[StreamName]
