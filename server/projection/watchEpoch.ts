import type { Position } from '../../shared/protocol/Position.ts'
import type { EventLog } from '../log/EventLog.ts'
import { standsIn } from './standsIn.ts'

/**
 * Whether the log is still the one that `position` was read from (P13). A log that went backwards gets a new epoch here,
 * which is how the other servers learn of it.
 */
export async function watchEpoch(log: EventLog, position: Position): Promise<'same' | 'other'> {
  // The position moves on while the log is asked.
  const seen: Position = { epoch: position.epoch, last: { ...position.last } }
  if (await log.epoch() !== seen.epoch)
    return 'other'
  if (await standsIn(log, seen))
    return 'same'
  await log.renewEpoch(seen.epoch)
  return 'other'
}
