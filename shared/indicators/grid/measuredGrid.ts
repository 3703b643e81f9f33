import type { State } from '../../state/State.ts'
import type { Measure } from './measure.ts'
import type { Cover } from '../cover/onDutyCover.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import type { ReportRate } from './reportRate.ts'
import type { UnusualReports } from './unusualReports.ts'
import { assertNever } from '../../words/assertNever.ts'
import { coverByGrid } from '../cover/onDutyCover.ts'
import { openByGrid } from './openByGrid.ts'
import { reportRate } from './reportRate.ts'
import { unusualReports } from './unusualReports.ts'

/** What stands behind the colour of one grid. */
export type MeasuredGrid =
  | { measure: 'visit'; ageMs: number | undefined }
  | { measure: 'open' | 'overdue'; count: number }
  | { measure: 'cover'; cover: Cover }
  | ({ measure: 'rate' } & ReportRate)
  | ({ measure: 'unusual' } & UnusualReports)

/**
 * The number behind a colour, as {@link MeasuredGrid}. Formula, window and source: as `gridMeasure`.
 * @returns undefined for a grid that is not of this state
 */
export function measuredGrid(state: State, measure: Measure, code: string, now: number, facts: DistrictFacts): MeasuredGrid | undefined {
  const grid = state.index.grid(code)
  if (grid < 0)
    return undefined
  switch (measure) {
    case 'visit': {
      const at = state.patrol.visitAt[grid]!
      return { measure, ageMs: at > 0 ? Math.max(0, now - at) : undefined }
    }
    case 'open':
    case 'overdue': return { measure, count: openByGrid(state, now)[measure][grid]! }
    case 'cover': return { measure, cover: coverByGrid(state, now, facts)[grid]!.cover }
    case 'rate': return { measure, ...reportRate(state, now, facts)[grid]! }
    case 'unusual': return { measure, ...unusualReports(state, now)[grid]! }
    default: return assertNever(measure)
  }
}
