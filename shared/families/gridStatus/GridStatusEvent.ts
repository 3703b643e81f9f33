import type { EventOf } from '../../events/EventOf.ts'
import type { gridStatusEvents } from './events.ts'

export type GridStatusEvent = EventOf<'grid-status', typeof gridStatusEvents>
