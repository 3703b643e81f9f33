import type { Level } from '../../words/level.ts'
import type { Indicator } from '../Indicator.ts'
import { isWithin } from '../../words/regionCode.ts'
import { isInWindow } from '../rates/settled.ts'

/**
 * 下沉, by the level to which it came. Formula: matters whose last change of level was down. Window: the running hour and the
 * 23 before it. Source: stream `incident`, matters that are open or ended within 48 hours; one that went up again since is not
 * counted, and one is counted once.
 */
export const sentDown: Indicator<'sentDown', Record<Level, number>> = {
  id: 'sentDown',
  streams: ['incident'],
  window: 'day',
  due: 'counted',
  measure({ incident, basis }, region, now) {
    const counts: Record<Level, number> = { grid: 0, community: 0, town: 0, banner: 0 }
    for (const { grid, level, descents, levelAt, escalatedAt } of incident.incidents.values()) {
      if (descents > 0 && levelAt !== escalatedAt && isInWindow(levelAt, now, basis.zoneMs) && isWithin(basis.grids[grid]!, region))
        counts[level]++
    }
    return counts
  },
  figures: counts => [{ word: 'count', value: Object.values(counts).reduce((sum, each) => sum + each, 0) }],
}
