import type { Refusal } from '../../shared/events/refusal.ts'
import type { Located } from '../../shared/kernel/Located.ts'
import type { EventType } from '../../shared/state/eventTypes.ts'
import type { Places } from '../district/Places.ts'
import { streamOf } from '../../shared/state/eventTypes.ts'
import { familyOf } from '../../shared/state/familyOf.ts'

/** Why an event lies outside the district, if it does; told at once, so that its sender can correct it. */
export function isOutside(type: EventType, subject: string, data: Located, places: Places): Refusal | undefined {
  return familyOf(streamOf(type)!).isOutside(type, subject, data, places)
}
