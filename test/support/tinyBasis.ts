import type { Basis } from '../../shared/domain/basis.ts'
import { escalationRules } from '../../shared/domain/district/escalationRules.ts'
import { LEVELS } from '../../shared/words/level.ts'
import { SEVERITIES } from '../../shared/words/severity.ts'

/** Two towns, three communities, six grids. Limits of seconds, minutes and hours. */
export const tinyBasis: Basis = {
  code: '152921',
  region: '152921',
  version: 'tiny',
  zoneMs: 8 * 3_600_000,
  grids: ['152921102001001', '152921102001002', '152921102002001', '152921402001001', '152921402001002', '152921402001003'],
  limits: SEVERITIES.flatMap((severity, i) => LEVELS.flatMap(level => ([
    { severity, level, clock: 'intake', limit: `PT${i + 1}M`, time: 'calendar', warnAt: 0.75 },
    { severity, level, clock: 'settle', limit: `PT${i + 1}H`, time: 'calendar', warnAt: 0.75 },
  ] as const))),
  calendar: { holidays: [], makeUpDays: [], workingDays: [1, 2, 3, 4, 5], workingHours: [{ from: '08:30', to: '12:00' }, { from: '14:30', to: '18:00' }] },
  rules: escalationRules.parse({}),
}
