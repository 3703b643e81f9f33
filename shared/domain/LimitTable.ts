import type { Level } from '../words/level.ts'
import type { Severity } from '../words/severity.ts'
import type { Basis } from './basis.ts'
import type { LimitClock } from './district/limitsFile.ts'
import { durationMs } from '../words/duration.ts'
import { addWorkingTime } from './workingTime.ts'

interface Row { ms: number; working: boolean; warnAt: number }

/** The district's time limits, looked up by severity, level and clock. */
export class LimitTable {
  private readonly rows = new Map<string, Row>()

  constructor(private readonly basis: Pick<Basis, 'limits' | 'calendar' | 'zoneMs'>) {
    for (const { severity, level, clock, limit, time, warnAt } of basis.limits)
      this.rows.set(severity + level + clock, { ms: durationMs(limit), working: time === 'working', warnAt })
  }

  /** When a clock that started at `start` (epoch ms) runs out, `extraMs` (extension, parked time) later; Infinity where no limit is set. */
  dueAt(severity: Severity, level: Level, clock: LimitClock, start: number, extraMs = 0): number {
    const row = this.rows.get(severity + level + clock)
    if (!row)
      return Infinity
    const due = row.working ? addWorkingTime(start, row.ms, this.basis.calendar, this.basis.zoneMs) : start + row.ms
    return due + extraMs
  }

  /** Share of the limit after which it is time to warn, 0–1. */
  warnAt(severity: Severity, level: Level, clock: LimitClock): number {
    return this.rows.get(severity + level + clock)?.warnAt ?? 1
  }
}
