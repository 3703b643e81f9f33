import type { State } from '../../state/State.ts'
import type { DistrictFacts } from '../grid/DistrictFacts.ts'
import { expectedMs } from '../../domain/duty/expectedMs.ts'
import { durationMs } from '../../words/time/durationMs.ts'
import { kindsOf } from './kindsOf.ts'
import { NO_DATA } from '../grid/noData.ts'

/** A shorter interval than this is of those on duty and runs with them. */
const DAY_MS = 86_400_000

/** Upper ends of classes 0–3 as shares of the promised interval; class 4 is a promise not kept. */
const VISIT_CLASSES = [0.125, 0.25, 0.5, 1] as const

/**
 * 距上次到访, class 0–4 by index of grid, or `NO_DATA`. Formula: time since the newest visit / the interval that the data set promises for
 * that kind of grid, both of the time in which somebody is expected where the interval rests; where no visit is known there is no data. Window: this moment. Source: stream `patrol`.
 */
export function visitAge(state: State, now: number, facts: DistrictFacts): Uint8Array {
  const { basis } = state
  const kinds = kindsOf(state, facts)
  const promised = {
    urban: durationMs(facts.visitInterval.urban),
    town: durationMs(facts.visitInterval.town),
    pastoral: durationMs(facts.visitInterval.pastoral),
  }
  return Uint8Array.from(state.patrol.visitAt, (at, grid) => {
    if (at === 0)
      return NO_DATA
    const interval = promised[kinds[grid]!]
    const rests = facts.duty.visitsRest && interval < DAY_MS
    const share = (rests ? expectedMs(facts.expected[basis.grids[grid]!] ?? [], at, now, basis.zoneMs) : now - at) / interval
    const place = VISIT_CLASSES.findIndex(end => share <= end)
    return place < 0 ? VISIT_CLASSES.length : place
  })
}
