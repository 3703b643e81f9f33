import type { State } from '../projection/State.ts'
import type { DistrictFacts } from './DistrictFacts.ts'
import { assertNever } from '../words/assertNever.ts'
import { openByGrid } from './openByGrid.ts'
import { visitAge } from './visitAge.ts'

/** What the map and the tiles may be coloured by. */
export const MEASURES = ['open', 'overdue', 'visit'] as const

export type Measure = (typeof MEASURES)[number]

/** Least counts of classes 1–4. */
const COUNT_CLASSES = { open: [1, 2, 3, 5], overdue: [1, 2, 3, 4] } as const

/**
 * Class 0–4 of each grid by index, for one ramp. Formula: as {@link visitAge}, or the count of open or overdue matters in
 * {@link COUNT_CLASSES}. Window: this moment. Source: streams `patrol` or `incident`.
 */
export function gridMeasure(state: State, measure: Measure, now: number, facts: DistrictFacts): Uint8Array {
  switch (measure) {
    case 'visit': return visitAge(state, now, facts)
    case 'open': return classes(openByGrid(state, now).open, COUNT_CLASSES.open)
    case 'overdue': return classes(openByGrid(state, now).overdue, COUNT_CLASSES.overdue)
    default: return assertNever(measure)
  }
}

function classes(counts: Uint16Array, least: readonly number[]): Uint8Array {
  return Uint8Array.from(counts, count => least.filter(each => count >= each).length)
}
