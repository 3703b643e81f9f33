import type { Level } from '../../words/level.ts'
import type { Indicator } from '../Indicator.ts'
import type { SettleLimit } from './limitsOf.ts'
import type { TimeTaken } from './timeTaken.ts'
import { LEVELS } from '../../words/level.ts'
import { limitsOf } from './limitsOf.ts'
import { timeTaken } from './timeTaken.ts'

export interface LevelTime extends TimeTaken {
  level: Level
  /** Limits for settling here, gravest severity first. */
  limits: SettleLimit[]
}

/**
 * 各级用时, grid first: how long a level held a matter until it was closed there or went to another, beside the limits for
 * settling there. Formula, window and source as {@link timeTaken}; limits of the data set.
 */
export const levelTimes: Indicator<'levelTimes', LevelTime[]> = {
  id: 'levelTimes',
  streams: ['incident'],
  window: 'threeDays',
  due: 'closedOnly',
  measure(state, region, now) {
    const limits = limitsOf(state)
    return LEVELS.map(level => ({ level, ...timeTaken(state, region, level, now), limits: limits[level] }))
  },
  figures: levels => [{ word: 'count', value: levels.reduce((sum, { count }) => sum + count, 0) }],
}
