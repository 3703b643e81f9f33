import type { Basis } from '../domain/basis.ts'
import type { LimitTable } from '../domain/LimitTable.ts'
import type { GridDigest } from '../kernel/GridDigest.ts'
import type { GridIndex } from '../kernel/GridIndex.ts'
import type { GridStatusSlice } from '../families/gridStatus/GridStatusSlice.ts'
import type { IncidentSlice } from '../families/incident/IncidentSlice.ts'
import type { PatrolSlice } from '../families/patrol/PatrolSlice.ts'

/** Everything that is known, a slice a stream. Owned and updated in place by the fold; all others read. */
export interface State {
  readonly basis: Basis
  readonly index: GridIndex
  readonly limits: LimitTable
  readonly digest: GridDigest
  readonly incident: IncidentSlice
  readonly patrol: PatrolSlice
  readonly gridStatus: GridStatusSlice
}
