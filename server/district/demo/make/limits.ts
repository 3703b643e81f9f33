import type { Limit } from '../../../../shared/domain/district/limitsFile.ts'
import { LEVELS } from '../../../../shared/words/level.ts'
import type { Level } from '../../../../shared/words/level.ts'
import { SEVERITIES } from '../../../../shared/words/severity.ts'
import type { Severity } from '../../../../shared/words/severity.ts'

type Row = Record<Level, string>

const INTAKE: Record<Severity, string> = { I: 'PT5M', II: 'PT10M', III: 'PT30M', IV: 'PT2H' }
const ACKNOWLEDGE: Record<Severity, string> = { I: 'PT5M', II: 'PT15M', III: 'PT1H', IV: 'PT2H' }

/** Severity IV counts working hours: 7 a day, so PT21H is three working days. The others run round the clock. */
const SETTLE: Record<Severity, Row> = {
  I: { grid: 'PT2H', community: 'PT4H', town: 'PT12H', banner: 'P1D' },
  II: { grid: 'PT8H', community: 'PT12H', town: 'P1D', banner: 'P2D' },
  III: { grid: 'P1D', community: 'P2D', town: 'P3D', banner: 'P5D' },
  IV: { grid: 'PT21H', community: 'PT35H', town: 'PT70H', banner: 'PT105H' },
}

/** Time limits of the demo district, believable but not those of any office: 4 severities × 4 levels × 3 clocks. */
export function limits(): Limit[] {
  return SEVERITIES.flatMap(severity => LEVELS.flatMap((level): Limit[] => [
    { severity, level, clock: 'intake', limit: INTAKE[severity], time: 'calendar', warnAt: 0.75 },
    { severity, level, clock: 'acknowledge', limit: ACKNOWLEDGE[severity], time: 'calendar', warnAt: 0.75 },
    { severity, level, clock: 'settle', limit: SETTLE[severity][level], time: severity === 'IV' ? 'working' : 'calendar', warnAt: 0.75 },
  ]))
}
