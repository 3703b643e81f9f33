import type { IncidentEvent } from './IncidentEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { IncidentGround } from './IncidentGround.ts'
import { changed } from './changed.ts'
import { recalled } from './recalled.ts'
import { reported } from './reported.ts'

/** Applies an event of the stream `incident`: a matter comes, or comes back, or one that is known changes. */
export function foldIncident(state: IncidentGround, event: IncidentEvent): Folded {
  switch (event.type) {
    case 'incident.reported': return reported(state, event)
    case 'incident.recalled': return recalled(state, event)
    default: return changed(state, event)
  }
}
