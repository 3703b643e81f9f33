import type { Column } from '../../families/incident/HourCounters.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Today } from './today.ts'

/**
 * Counts of yesterday until the same time of day, one for each column: whole hours as counted, of the running hour the share
 * that has passed. Rounded so that they add up to the rounded sum of all (I1).
 */
export function untilSameTime({ incident }: State, region: RegionCode, columns: readonly Column[], { first, running, passed }: Today): number[] {
  const from = first - 24
  const exact = columns.map(column =>
    (running > 0 ? incident.hours.sum(region, column, from, from + running - 1) : 0)
    + passed * incident.hours.sum(region, column, from + running, from + running))
  const rounded = exact.map(Math.floor)
  let missing = Math.round(exact.reduce((sum, each) => sum + each, 0)) - rounded.reduce((sum, each) => sum + each, 0)
  const byRemainder = exact.map((each, place) => ({ place, rest: each - Math.floor(each) })).sort((a, b) => b.rest - a.rest)
  for (const { place } of byRemainder) {
    if (missing-- <= 0)
      break
    rounded[place]!++
  }
  return rounded
}
