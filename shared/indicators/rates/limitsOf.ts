import type { State } from '../../state/State.ts'
import type { Level } from '../../words/level.ts'
import type { Severity } from '../../words/severity.ts'
import { LEVELS } from '../../words/level.ts'
import { SEVERITIES } from '../../words/severity.ts'

/** A limit for settling, ms in its own kind of time. */
export interface SettleLimit { severity: Severity; ms: number; working: boolean }

/** The data set's limits for settling at each level, gravest severity first. */
export function limitsOf({ limits }: State): Record<Level, SettleLimit[]> {
  return Object.fromEntries(LEVELS.map(level => [level, SEVERITIES.flatMap((severity) => {
    const limit = limits.limitOf(severity, level, 'settle')
    return limit ? [{ severity, ms: limit.ms, working: limit.time === 'working' }] : []
  })])) as Record<Level, SettleLimit[]>
}
