import type { WanggeEvent } from './event.ts'
import type { Folded } from '../kernel/Folded.ts'
import type { State } from './State.ts'
import { foldGridStatus } from '../families/gridStatus/foldGridStatus.ts'
import { foldIncident } from '../families/incident/foldIncident.ts'
import { foldPatrol } from '../families/patrol/foldPatrol.ts'

/** Applies one event to the slice of its stream, in place. Never throws on data; O(1). */
export function fold(state: State, event: WanggeEvent): Folded {
  switch (event.stream) {
    case 'incident': return foldIncident(state, event)
    case 'patrol': return foldPatrol(state, event)
    case 'grid-status': return foldGridStatus(state, event)
    default: return { outcome: 'not-understood' }
  }
}
