import type { Basis } from '../domain/basis.ts'
import type { StreamName } from '../words/stream.ts'
import type { Families } from './families.ts'

/** What of a snapshot each family has, under its own name. */
export type Parts = { [S in StreamName as Families[S]['key']]: ReturnType<Families[S]['write']> }

/** A state as plain JSON: what `GET /api/v1/state` and a checkpoint carry. Arrays follow the basis's grids. */
export interface Snapshot extends Parts {
  fold: string
  basis: Basis
}
