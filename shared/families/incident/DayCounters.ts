import type { Bucket } from '../../kernel/counters/buckets.ts'
import type { GridIndex } from '../../kernel/GridIndex.ts'
import { BUCKETS } from '../../kernel/counters/buckets.ts'
import { LEVELS } from '../../words/level.ts'
import { Counters } from '../../kernel/counters/Counters.ts'

/**
 * What takes time: `intake` from the report until it is sent (at the level where it waits), `sign` from there until
 * sign-for, `work` from there until feedback, `check` from feedback until the close, and how long a level held a matter
 * until it was closed there or went to another. Parked time counts: the caller waits through it too.
 */
export const TIMED = ['intake', 'sign', 'work', 'check', ...LEVELS] as const

export type Timed = (typeof TIMED)[number]

export type DayColumn = `${Timed}.minutes` | `${Timed}.${Bucket}`

const COLUMNS: readonly DayColumn[] = TIMED.flatMap(timed => [`${timed}.minutes` as const, ...BUCKETS.map(bucket => `${timed}.${bucket}` as const)])

/** Local days kept of each region: the running one and the two before it. */
export const DAYS_KEPT = 3

/** How long it took, by the day on which it ended: the sum in minutes, and how many in each bucket. */
export type DayCounters = Counters<DayColumn>

export function dayCounters(index: GridIndex): DayCounters {
  return new Counters(index, COLUMNS, DAYS_KEPT)
}
