import type { Basis } from '../domain/basis.ts'
import type { Ground } from './Ground.ts'
import { LimitTable } from '../domain/LimitTable.ts'
import { GridDigest } from './GridDigest.ts'
import { GridIndex } from './GridIndex.ts'

/** The ground of a district before the first event: of nothing the digest is 0. */
export function emptyGround(basis: Basis): Ground {
  const index = new GridIndex(basis.grids, basis.region)
  return { basis, index, limits: new LimitTable(basis), digest: new GridDigest(index.nodes.codes) }
}
