import type { Basis } from '../../../shared/domain/basis.ts'
import type { Spot } from './EventMaker.ts'
import { escalationRules } from '../../../shared/domain/district/escalationRules.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'

/** A district of any size without a map: about six grids a community, eight communities a town. */
export function madeBasis(grids: number): Basis {
  return {
    code: '152921',
    region: '152921',
    version: `made-${grids}`,
    zoneMs: 8 * 3_600_000,
    grids: Array.from({ length: grids }, (_, i) => `152921${three(Math.floor(i / 48))}${three(Math.floor(i / 6) % 8)}${three(i % 6 + 1)}`),
    limits: SEVERITIES.flatMap(severity => LEVELS.flatMap(level => ([
      { severity, level, clock: 'intake', limit: 'PT2H', time: 'calendar', warnAt: 0.75 },
      { severity, level, clock: 'settle', limit: 'P3D', time: 'working', warnAt: 0.75 },
    ] as const))),
    calendar: { holidays: [], makeUpDays: [], workingDays: [1, 2, 3, 4, 5], workingHours: [{ from: '08:30', to: '12:00' }, { from: '14:30', to: '18:00' }] },
    rules: escalationRules.parse({}),
  }
}

export function madeSpots({ grids }: Pick<Basis, 'grids'>): Spot[] {
  return grids.map((code, i) => ({ code, lng: 105 + (i % 100) / 100, lat: 38 + Math.floor(i / 100) / 100 }))
}

function three(n: number): string {
  return String(n).padStart(3, '0')
}
