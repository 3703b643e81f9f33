import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Severity } from '../../words/severity.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import type { GridCover } from '../cover/onDutyCover.ts'
import { SEVERITIES } from '../../words/severity.ts'
import { gridsWithin } from '../cover/gridsWithin.ts'
import { householdsOf } from '../cover/householdsOf.ts'
import { coverByGrid } from '../cover/onDutyCover.ts'
import { openByGrid } from './openByGrid.ts'

export interface GridRow {
  code: string
  cover: GridCover
  open: number
  overdue: number
  gravest: Severity | undefined
  /** Newest visit, epoch ms; 0 for never. */
  visitAt: number
  households: number
}

/**
 * What the pictures show of each grid of a region, as rows. Formula: as `coverByGrid` and `openByGrid`, newest visit, households as last
 * counted or of the data set. Window: this moment. Source: all three streams.
 */
export function gridRows(state: State, region: RegionCode, now: number, facts: DistrictFacts): GridRow[] {
  const cover = coverByGrid(state, now, facts)
  const { open, overdue, gravest } = openByGrid(state, now)
  const households = householdsOf(state, facts)
  return gridsWithin(state, region).map(grid => ({
    code: state.basis.grids[grid]!,
    cover: cover[grid]!,
    open: open[grid]!,
    overdue: overdue[grid]!,
    gravest: SEVERITIES[gravest[grid]! - 1],
    visitAt: state.patrol.visitAt[grid]!,
    households: households[grid]!,
  }))
}
