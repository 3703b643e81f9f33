import type { GridIndex } from '../../kernel/GridIndex.ts'
import type { Incident } from './Incident.ts'
import type { DayCounters } from './DayCounters.ts'
import type { HourCounters } from './HourCounters.ts'
import { dayCounters } from './DayCounters.ts'
import { hourCounters } from './HourCounters.ts'

/** Matters that have ended stay this long by their grid's own clock (entries of the log), then leave. */
export const ENDED_KEPT_MS = 48 * 3_600_000

/** Folded from the stream `incident` alone. */
export interface IncidentSlice {
  readonly incidents: Map<string, Incident>
  readonly hours: HourCounters
  readonly days: DayCounters
  /** Of each grid: matters that ended, oldest first, waiting to leave. */
  readonly ended: { id: string; entryMs: number }[][]
  /** Number of open matters of each grid. */
  readonly open: Int32Array
}

export function emptyIncidentSlice(index: GridIndex): IncidentSlice {
  return {
    incidents: new Map(),
    hours: hourCounters(index),
    days: dayCounters(index),
    ended: index.grids.map(() => []),
    open: new Int32Array(index.grids.length),
  }
}
