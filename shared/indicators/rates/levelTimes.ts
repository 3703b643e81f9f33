import type { State } from '../../state/State.ts'
import type { Level } from '../../words/level.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { Severity } from '../../words/severity.ts'
import type { TimeTaken } from './timeTaken.ts'
import { LEVELS } from '../../words/level.ts'
import { SEVERITIES } from '../../words/severity.ts'
import { timeTaken } from './timeTaken.ts'

export interface LevelTime extends TimeTaken {
  level: Level
  /** Limits for settling here, ms in their own kind of time, gravest severity first. */
  limits: { severity: Severity; ms: number; working: boolean }[]
}

/**
 * 各级用时, grid first: how long a level held a matter until it was closed there or went to another, beside the limits for
 * settling there. Formula, window and source as {@link timeTaken}; limits of the data set.
 */
export function levelTimes(state: State, region: RegionCode, now: number): LevelTime[] {
  return LEVELS.map(level => ({
    level,
    ...timeTaken(state, region, level, now),
    limits: SEVERITIES.flatMap((severity) => {
      const limit = state.limits.limitOf(severity, level, 'settle')
      return limit ? [{ severity, ms: limit.ms, working: limit.time === 'working' }] : []
    }),
  }))
}
