import type { Basis } from '../../shared/domain/basis.ts'
import type { State } from '../../shared/projection/State.ts'
import type { Position } from '../../shared/protocol/Position.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { EntryRead } from '../read/EntryRead.ts'
import type { Entry } from '../log/EventLog.ts'
import { fold } from '../../shared/projection/fold.ts'
import { covers, fromCursor } from '../../shared/protocol/Position.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { restore } from './checkpoint.ts'

const BATCH = 1000
const LAST_SERIAL = '18446744073709551615'

/** What a past state is made of. */
export interface Past {
  log: EventLog
  basis: Basis
  logger: Logger
  read: (entry: Entry) => EntryRead
}

/** The state as of a position, folded from the nearest checkpoint before it. Streams one after another: they commute (F1). */
export async function stateAt({ log, basis, logger, read }: Past, last: Record<StreamName, EntryId>): Promise<{ state: State; position: Position }> {
  const until: Position = { epoch: '-', last }
  const { state, position } = await restore(log, basis, logger, ({ cursor }) => covers(until, fromCursor(cursor)!))
  for (const stream of STREAMS) {
    for (let from = position.last[stream]; compareEntryIds(from, last[stream]) < 0;) {
      const entries = await log.range(stream, from, last[stream], BATCH)
      const fresh = entries.filter(({ id }) => compareEntryIds(id, from) > 0)
      if (fresh.length === 0)
        break
      for (const entry of fresh) {
        const each = read(entry)
        if (each.outcome === 'event')
          fold(state, each.event)
      }
      from = fresh[fresh.length - 1]!.id
      position.last[stream] = from
    }
  }
  return { state, position }
}

/** The state as of a moment of the log's clock (epoch ms): every entry that had reached the log by then. */
export function stateAtTime(past: Past, ms: number): Promise<{ state: State; position: Position }> {
  const last = `${ms}-${LAST_SERIAL}`
  return stateAt(past, { incident: last, patrol: last, 'grid-status': last })
}
