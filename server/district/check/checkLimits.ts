import type { Limit } from '../../../shared/domain/district/limitsFile.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import type { DistrictFault } from '../DistrictFault.ts'
import { repeated } from './repeated.ts'

const file = 'limits.json'

/** Exactly one limit for every severity, level and clock. */
export function checkLimits(limits: readonly Limit[]): DistrictFault[] {
  const rows = limits.map(({ severity, level, clock }) => `${severity} ${level} ${clock}`)
  const present = new Set(rows)
  const wanted = SEVERITIES.flatMap(severity => LEVELS.flatMap(level => ['intake', 'acknowledge', 'settle'].map(clock => `${severity} ${level} ${clock}`)))
  return [
    ...wanted.filter(row => !present.has(row)).map(row => ({ file, code: row, reason: `no limit for ${row}` }) as const),
    ...repeated(rows).map(row => ({ file, code: row, reason: `more than one limit for ${row}` }) as const),
  ]
}
