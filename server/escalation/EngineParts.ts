import type { DutyRoster } from '../../shared/domain/duty/DutyRoster.ts'
import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Projection } from '../projection/Projection.ts'

/** What an office that decides by the clock is made of. */
export interface EngineParts {
  log: EventLog
  clock: Clock
  logger: Logger
  projection: Projection
  roster: DutyRoster
  /** Whether the clocks disagree, so that nothing is decided by them (X22). */
  rests?: () => boolean
  firstRestMs?: number | undefined
}
