import type { IncidentEvent } from './IncidentEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { IncidentGround } from './IncidentGround.ts'
import { changed } from './changed.ts'
import { reported } from './reported.ts'

/** Applies an event of the stream `incident`: a matter comes, or one that is known changes. */
export function foldIncident(state: IncidentGround, event: IncidentEvent): Folded {
  return event.type === 'incident.reported' ? reported(state, event) : changed(state, event)
}
