import type { Basis } from '../domain/basis.ts'
import type { State } from './State.ts'
import { LimitTable } from '../domain/LimitTable.ts'
import { GridDigest } from '../kernel/GridDigest.ts'
import { GridIndex } from '../kernel/GridIndex.ts'
import { emptyGridStatusSlice } from '../families/gridStatus/GridStatusSlice.ts'
import { emptyIncidentSlice } from '../families/incident/IncidentSlice.ts'
import { emptyPatrolSlice } from '../families/patrol/PatrolSlice.ts'

/** The state before the first event of a district. */
export function emptyState(basis: Basis): State {
  const index = new GridIndex(basis.grids, basis.region)
  return {
    basis,
    index,
    limits: new LimitTable(basis),
    digest: new GridDigest(basis.grids),
    incident: emptyIncidentSlice(index),
    patrol: emptyPatrolSlice(index),
    gridStatus: emptyGridStatusSlice(index),
  }
}
