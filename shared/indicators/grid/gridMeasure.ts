import type { State } from '../../state/State.ts'
import type { Cover } from '../cover/onDutyCover.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import type { Measure } from './measure.ts'
import { assertNever } from '../../words/assertNever.ts'
import { coverByGrid } from '../cover/onDutyCover.ts'
import { openByGrid } from './openByGrid.ts'
import { reportRate } from './reportRate.ts'
import { unusualReports } from './unusualReports.ts'
import { visitAge } from '../cover/visitAge.ts'

/** Classes that a measure uses, for its legend; 0 is the darkest step of the ramp, 4 the lightest. */
export const CLASSES_OF = {
  visit: [0, 1, 2, 3, 4],
  open: [0, 1, 2, 3, 4],
  overdue: [0, 1, 2, 3, 4],
  cover: [0, 1, 2, 4],
  rate: [0, 1, 2, 3, 4],
  unusual: [0, 1, 2, 4],
} as const satisfies Record<Measure, readonly number[]>

/** Least counts of classes 1–4. */
const COUNT_CLASSES = { open: [1, 2, 3, 5], overdue: [1, 2, 3, 4] } as const

const COVER_CLASSES: Record<Cover, number> = { 'covered': 0, 'off-roster': 1, 'no-signal': 2, 'absent': 4 }

/**
 * Class 0–4 of each grid by index, or `NO_DATA`, for one ramp. Formula: as {@link visitAge}, {@link reportRate},
 * {@link unusualReports} or `coverByGrid`, or the count of open or overdue matters in {@link COUNT_CLASSES}. Window: this
 * moment, or that of the indicator. Source: the streams of the indicator.
 */
export function gridMeasure(state: State, measure: Measure, now: number, facts: DistrictFacts): Uint8Array {
  switch (measure) {
    case 'visit': return visitAge(state, now, facts)
    case 'open': return classes(openByGrid(state, now).open, COUNT_CLASSES.open)
    case 'overdue': return classes(openByGrid(state, now).overdue, COUNT_CLASSES.overdue)
    case 'cover': return Uint8Array.from(coverByGrid(state, now, facts), ({ cover }) => COVER_CLASSES[cover])
    case 'rate': return Uint8Array.from(reportRate(state, now, facts), each => each.class)
    case 'unusual': return Uint8Array.from(unusualReports(state, now), each => each.class)
    default: return assertNever(measure)
  }
}

function classes(counts: Uint16Array, least: readonly number[]): Uint8Array {
  return Uint8Array.from(counts, count => least.filter(each => count >= each).length)
}
