import type { Basis } from '../domain/basis.ts'
import type { LimitTable } from '../domain/LimitTable.ts'
import type { GridDigest } from './GridDigest.ts'
import type { GridIndex } from './GridIndex.ts'

/** What every fold stands on besides its own slice: the district's data set, and the digest that all of them keep. */
export interface Ground {
  readonly basis: Basis
  readonly index: GridIndex
  readonly limits: LimitTable
  readonly digest: GridDigest
}
