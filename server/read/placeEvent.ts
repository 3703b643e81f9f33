import type { Refusal } from '../../shared/events/refusal.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Places } from '../district/Places.ts'
import { familyOf } from '../../shared/state/familyOf.ts'

/** Puts a freshly decoded event into its grid, in place, as its family says. Answers why it cannot be placed, if so. */
export function placeEvent(event: WanggeEvent, places: Places): Refusal | undefined {
  return familyOf(event.stream).place(event, places)
}
