import type { Stage } from '../../domain/stages.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { Category, Subcategory } from '../../words/category/category.ts'
import type { Level } from '../../words/level.ts'
import type { Severity } from '../../words/severity.ts'
import type { Indicator } from '../Indicator.ts'
import { isWithin } from '../../words/regionCode.ts'

interface Change {
  /** Epoch ms. */
  at: number
  /** What became of it last: the stage it came to, or that it went up. */
  what: Stage | 'escalated'
}

export interface Happening extends Change {
  /** Id of the matter. */
  id: string
  /** Code of its grid. */
  grid: string
  category: Category
  subcategory: Subcategory | undefined
  severity: Severity
  level: Level
}

export interface JustHappened {
  /** Newest first, at most {@link MOST}. */
  newest: Happening[]
  /** Matters that moved in the last hour. */
  lastHour: number
}

/** More than any screen has lines for. */
const MOST = 20

/**
 * 刚刚发生. Formula: matters by the time of their last change of stage or level. Window: the newest {@link MOST}; one hour for the
 * count. Source: stream `incident` as folded, so that a screen that has just opened shows the same as one that watched.
 */
export const justHappened: Indicator<'justHappened', JustHappened> = {
  id: 'justHappened',
  streams: ['incident'],
  window: 'hour',
  due: 'counted',
  measure(state, region, now) {
    const newest: (Change & { incident: Incident })[] = []
    let lastHour = 0
    for (const incident of state.incident.incidents.values()) {
      if (!isWithin(state.basis.grids[incident.grid]!, region))
        continue
      const change = lastChange(incident)
      if (change.at > now - 3_600_000)
        lastHour++
      if (newest.length < MOST || change.at > newest[newest.length - 1]!.at) {
        newest.push({ ...change, incident })
        newest.sort((a, b) => b.at - a.at || (a.incident.id < b.incident.id ? -1 : 1))
        newest.length = Math.min(newest.length, MOST)
      }
    }
    return {
      newest: newest.map(({ at, what, incident: { id, grid, category, subcategory, severity, level } }) => ({ id, at, what, grid: state.basis.grids[grid]!, category, subcategory, severity, level })),
      lastHour,
    }
  },
  figures: ({ lastHour }) => [{ word: 'count', value: lastHour }],
  list: { kind: 'incidents', filter: { of: 'moved' } },
}

/** What became of a matter last. */
export function lastChange({ stage, stageAt, escalatedAt }: Incident): Change {
  // Where going up changed the stage too, both have one time, and going up is what happened.
  const wentUp = escalatedAt > 0 && escalatedAt >= stageAt
  return { at: Math.max(stageAt, escalatedAt), what: wentUp ? 'escalated' : stage }
}
