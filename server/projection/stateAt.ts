import type { Basis } from '../../shared/domain/basis.ts'
import type { State } from '../../shared/state/State.ts'
import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { FoundGap } from '../log/archivePlan.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { EntryRead } from '../read/EntryRead.ts'
import type { Entry } from '../log/EventLog.ts'
import { fold } from '../../shared/state/fold.ts'
import { covers, fromCursor } from '../../shared/protocol/LogPosition.ts'
import { byStream } from '../../shared/words/byStream.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { readWhole } from '../log/readWhole.ts'
import { earliestAfter, restore } from './checkpoint.ts'
import { PastLostError } from './PastLostError.ts'

const LAST_SERIAL = '18446744073709551615'

/** What a past state is made of. */
export interface Past {
  log: EventLog
  /** Where the archive of the log lies. */
  dataDir: string
  basis: Basis
  logger: Logger
  read: (entry: Entry) => EntryRead
}

/**
 * The state as of a position, folded from the nearest checkpoint before it through archive and log. Streams one after another: they commute (F1).
 * @throws PastLostError if something of it can be read nowhere any more
 */
export async function stateAt({ log, dataDir, basis, logger, read }: Past, last: Record<StreamName, EntryId>): Promise<{ state: State; position: LogPosition; missing: readonly FoundGap[] }> {
  const until: LogPosition = { epoch: '-', last }
  const { state, position, missing = [] } = await restore(log, basis, logger, ({ cursor }) => covers(until, fromCursor(cursor)!))
  for (const stream of STREAMS) {
    for await (const piece of readWhole({ log, dataDir }, stream, position.last[stream], last[stream])) {
      if ('gap' in piece)
        throw new PastLostError(piece.gap, await earliestAfter(log, basis, piece.gap))
      for (const entry of piece.entries) {
        const each = read(entry)
        if (each.outcome === 'event')
          fold(state, each.event)
      }
      position.last[stream] = piece.entries[piece.entries.length - 1]!.id
    }
  }
  return { state, position, missing }
}

/** The state as of a moment of the log's clock (epoch ms): every entry that had reached the log by then. */
export async function stateAtTime(past: Past, ms: EpochMs): Promise<{ state: State; position: LogPosition }> {
  const last = `${ms}-${LAST_SERIAL}`
  const { state, position, missing } = await stateAt(past, byStream(() => last))
  const later = missing.filter(({ found }) => found > ms)
  if (later.length > 0)
    throw new PastLostError(later[0]!, Math.max(...later.map(({ found }) => found)))
  return { state, position }
}
