import type { Basis } from '../domain/basis.ts'
import type { LimitTable } from '../domain/LimitTable.ts'
import type { GridDigest } from './GridDigest.ts'
import type { GridIndex } from './GridIndex.ts'
import type { GridStatusSlice } from './gridStatus/GridStatusSlice.ts'
import type { IncidentSlice } from './incident/IncidentSlice.ts'
import type { PatrolSlice } from './patrol/PatrolSlice.ts'

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
