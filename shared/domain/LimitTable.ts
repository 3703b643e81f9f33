import type { Level } from '../words/level.ts'
import type { Severity } from '../words/severity.ts'
import type { Basis } from './basis.ts'
import type { LimitClock } from './district/limitsFile.ts'
import { durationMs } from '../words/time/durationMs.ts'
import { addWorkingTime, workingDays, workingTimeBetween } from './workingTime.ts'

interface Row { ms: number; working: boolean; warnAt: number }

/** The district's time limits, looked up by severity, level and clock. */
export class LimitTable {
  private readonly rows = new Map<string, Row>()

  constructor(private readonly basis: Pick<Basis, 'limits' | 'calendar' | 'zoneMs'>) {
    for (const { severity, level, clock, limit, time, warnAt } of basis.limits)
      this.rows.set(severity + level + clock, { ms: this.lengthOf(limit, time === 'working'), working: time === 'working', warnAt })
  }

  /** The limit itself: its length in its own kind of time; undefined where none is set. */
  limitOf(severity: Severity, level: Level, clock: LimitClock): { ms: number; time: 'working' | 'calendar' } | undefined {
    const row = this.rows.get(severity + level + clock)
    return row && { ms: row.ms, time: row.working ? 'working' : 'calendar' }
  }

  /** When a clock that started at `start` (epoch ms) runs out, `extraMs` (extension, parked time; in the limit's kind of time) later; Infinity where no limit is set. */
  dueAt(severity: Severity, level: Level, clock: LimitClock, start: number, extraMs = 0): number {
    return this.shareAt(severity, level, clock, start, 1, extraMs)
  }

  /** When a share (0 and up) of the limit, and `extraMs` more, has passed since `start`, in its kind of time; Infinity where no limit is set. */
  shareAt(severity: Severity, level: Level, clock: LimitClock, start: number, share: number, extraMs = 0): number {
    const row = this.rows.get(severity + level + clock)
    if (!row)
      return Infinity
    const ms = row.ms * share + extraMs
    return row.working && ms > 0 ? addWorkingTime(start, ms, this.basis.calendar, this.basis.zoneMs) : start + ms
  }

  /** How much of a limit's kind of time lies between two instants, ms: working time where it runs in working time. */
  passed(severity: Severity, level: Level, clock: LimitClock, from: number, to: number): number {
    if (to <= from)
      return 0
    return this.isWorking(severity, level, clock) ? workingTimeBetween(from, to, this.basis.calendar, this.basis.zoneMs) : to - from
  }

  /** An extension of a limit in its kind of time: `P1D` of a limit in working time is a working day. */
  extension(severity: Severity, level: Level, clock: LimitClock, by: string): number {
    return this.lengthOf(by, this.isWorking(severity, level, clock))
  }

  /** `ms` of the time in which one severity's limit runs as time of another's, counted from `start`. */
  converted(ms: number, start: number, from: Severity, to: Severity, level: Level, clock: LimitClock): number {
    const { calendar, zoneMs } = this.basis
    const wasWorking = this.isWorking(from, level, clock)
    if (ms === 0 || wasWorking === this.isWorking(to, level, clock))
      return ms
    return wasWorking ? addWorkingTime(start, ms, calendar, zoneMs) - start : workingTimeBetween(start, start + ms, calendar, zoneMs)
  }

  /** Share of the limit after which it is time to warn, 0–1. */
  warnAt(severity: Severity, level: Level, clock: LimitClock): number {
    return this.rows.get(severity + level + clock)?.warnAt ?? 1
  }

  private isWorking(severity: Severity, level: Level, clock: LimitClock): boolean {
    return this.rows.get(severity + level + clock)?.working === true
  }

  private lengthOf(text: string, working: boolean): number {
    return working ? durationMs(text, workingDays(this.basis.calendar)) : durationMs(text)
  }
}
