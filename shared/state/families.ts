import type { StreamName } from '../words/stream.ts'
import { gridStatusFamily } from '../families/gridStatus/gridStatusFamily.ts'
import { incidentFamily } from '../families/incident/incidentFamily.ts'
import { patrolFamily } from '../families/patrol/patrolFamily.ts'

/** THE list: the family of each stream. State, snapshot, fold, redaction, scope, placing and documents are made from it. */
export const FAMILIES = {
  'incident': incidentFamily,
  'patrol': patrolFamily,
  'grid-status': gridStatusFamily,
} as const satisfies Record<StreamName, unknown>

export type Families = typeof FAMILIES
