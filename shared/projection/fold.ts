import type { WanggeEvent } from '../events/event.ts'
import type { Folded } from './Folded.ts'
import type { State } from './State.ts'
import { foldGridStatus } from './gridStatus/foldGridStatus.ts'
import { foldIncident } from './incident/foldIncident.ts'
import { foldPatrol } from './patrol/foldPatrol.ts'

/** Applies one event to the slice of its stream, in place. Never throws on data; O(1). */
export function fold(state: State, event: WanggeEvent): Folded {
  switch (event.stream) {
    case 'incident': return foldIncident(state, event)
    case 'patrol': return foldPatrol(state, event)
    case 'grid-status': return foldGridStatus(state, event)
    default: return { outcome: 'not-understood' }
  }
}
