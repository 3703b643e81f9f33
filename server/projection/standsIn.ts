import type { Position } from '../../shared/protocol/Position.ts'
import type { EventLog } from '../log/EventLog.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'

/**
 * Whether the log still holds what a position has seen: its last entry of each stream is there, or has been trimmed by
 * age while younger ones stand. False means that the log went backwards, or is another one (P13).
 */
export async function standsIn(log: Pick<EventLog, 'range' | 'bounds'>, position: Position): Promise<boolean> {
  for (const stream of STREAMS) {
    const last = position.last[stream]
    if (last === FIRST_ENTRY)
      continue
    const [found] = await log.range(stream, last, last, 1)
    if (found)
      continue
    const bounds = await log.bounds(stream)
    if (!bounds || compareEntryIds(bounds.first, last) <= 0)
      return false
  }
  return true
}
