import type { Level } from '../../words/level.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Indicator } from '../Indicator.ts'
import type { Supervision } from './supervision.ts'
import { dueAt } from '../../families/incident/dueAt.ts'
import { LEVELS } from '../../words/level.ts'
import { openIncidents } from './openIncidents.ts'
import { SUPERVISIONS, supervisionOf } from './supervision.ts'

export interface Holder {
  /** Code of the region on whose level it lies: a grid, community, town, or the district. */
  region: RegionCode
  level: Level
  /** Matters that are overdue or supervised. */
  matters: number
  overdue: number
  /** The gravest supervision among them. */
  supervision: Supervision | undefined
  /** The longest that one of them is past its limit, ms; 0 for none. */
  overMs: number
}

/** Digits of the code of a region at each level. */
const DIGITS: Record<Level, number> = { grid: 15, community: 12, town: 9, banner: 6 }

/**
 * 超期与督办在谁手里: by the grid, community, town or district on whose level the matter lies; units and persons are for the desk
 * alone. Formula: open matters past their running limit or supervised. Window: this moment. Source: stream `incident`, the data
 * set's limits. Ordered by what waits, the gravest supervision, then the longest overdue.
 */
export const inWhoseHands: Indicator<'inWhoseHands', Holder[]> = {
  id: 'inWhoseHands',
  streams: ['incident'],
  window: 'now',
  due: 'pastOnly',
  measure(state, region, now) {
    const holders = new Map<RegionCode, Holder>()
    for (const incident of openIncidents(state, region)) {
      const over = now - dueAt(incident, state.limits)
      const supervision = supervisionOf(incident)
      if (over <= 0 && !supervision)
        continue
      const code = state.basis.grids[incident.grid]!.slice(0, DIGITS[incident.level])
      const before = holders.get(code) ?? { region: code, level: incident.level, matters: 0, overdue: 0, supervision: undefined, overMs: 0 }
      holders.set(code, {
        ...before,
        matters: before.matters + 1,
        overdue: before.overdue + (over > 0 ? 1 : 0),
        supervision: graver(before.supervision, supervision),
        overMs: Math.max(before.overMs, over),
      })
    }
    return [...holders.values()].sort((a, b) =>
      rank(a.supervision) - rank(b.supervision) || b.overMs - a.overMs || LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.region < b.region ? -1 : 1))
  },
  figures: holders => [{ word: 'count', value: holders.reduce((sum, { matters }) => sum + matters, 0) }],
  list: { kind: 'incidents', filter: { of: 'stuck' } },
}

function graver(a: Supervision | undefined, b: Supervision | undefined): Supervision | undefined {
  return rank(a) <= rank(b) ? a : b
}

function rank(supervision: Supervision | undefined): number {
  return supervision ? SUPERVISIONS.indexOf(supervision) : SUPERVISIONS.length
}
