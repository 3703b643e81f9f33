import type { State } from '../state/State.ts'
import type { RegionCode } from '../words/regionCode.ts'
import type { StreamName } from '../words/stream.ts'
import type { EpochMs } from '../words/time/time.ts'
import type { Behind } from './Behind.ts'
import type { Due } from './Due.ts'
import type { Figure } from './Figure.ts'
import type { DistrictFacts } from './grid/DistrictFacts.ts'
import type { Window } from './Window.ts'

/** What is computed from a state, and of which streams. */
export interface Measured<Value> {
  /** Streams that it reads: only they move it, and it is grey when one of them is late. */
  streams: readonly StreamName[]
  /** Of them it reads the counters by hour alone, so that what counts nothing does not move it. */
  hours?: true
  /** Answers nothing that the state still owns: that changes in place. Indicators that are parts of one measure have the same function. */
  measure: (state: State, region: RegionCode, now: EpochMs, facts: DistrictFacts) => Value
}

/**
 * A number, or a picture of numbers: all that is to be known of it beside its words, which stand under its `id` in each
 * language. Formula, window and source are said in the comment of each.
 */
export interface Indicator<Id extends string, Value> extends Measured<Value> {
  id: Id
  window: Window
  due: Due
  /** It reads what no wall is told. */
  audience?: 'desk'
  /** Its parts; absent where it says something of each grid, which has no sum. */
  figures?(value: Value): Figure[]
  /** What is listed behind it; of a share, behind its part. */
  list?: Behind
  /** Of a share, what is listed behind the whole. */
  whole?: Behind
}
