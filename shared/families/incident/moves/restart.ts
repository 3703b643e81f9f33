import type { Incident } from '../Incident.ts'
import type { Level } from '../../../words/level.ts'

/** A new level, or a new start, gets its limit whole. */
export function restart(incident: Incident, clock: Incident['clock'], at: number, level: Level = incident.level): void {
  incident.clock = clock
  incident.clockAt = at
  incident.ownClockAt = at
  incident.level = level
  incident.extendedMs = 0
  incident.parkedMs = 0
  incident.parkedAt = 0
  incident.warnedAt = 0
}
