import type { EventOf } from '../../events/EventOf.ts'
import type { patrolEvents } from './events.ts'

export type PatrolEvent = EventOf<'patrol', typeof patrolEvents>
