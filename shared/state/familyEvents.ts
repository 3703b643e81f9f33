import type { FamilyEvents } from '../events/FamilyEvents.ts'
import type { StreamName } from '../words/stream.ts'
import { gridStatusEvents } from '../families/gridStatus/events.ts'
import { gridStatusExamples } from '../families/gridStatus/examples.ts'
import { incidentEvents } from '../families/incident/events.ts'
import { incidentExamples } from '../families/incident/examples.ts'
import { patrolEvents } from '../families/patrol/events.ts'
import { patrolExamples } from '../families/patrol/examples.ts'

/** The events of each stream, for whoever reads, checks or documents them: the list beside that of the families. */
export const FAMILY_EVENTS = {
  'incident': { events: incidentEvents, examples: incidentExamples },
  'patrol': { events: patrolEvents, examples: patrolExamples },
  'grid-status': { events: gridStatusEvents, examples: gridStatusExamples },
} as const satisfies Record<StreamName, FamilyEvents>

export type EventsOfFamilies = { [S in StreamName]: (typeof FAMILY_EVENTS)[S]['events'] }
