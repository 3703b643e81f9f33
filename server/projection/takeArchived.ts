import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { EventLog, Fence } from '../log/EventLog.ts'
import type { WholeLog } from '../log/readWhole.ts'
import type { Logger } from '../Logger.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { Projection } from './Projection.ts'
import type { RejectedWriter } from './rejectedWriter.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { pause } from '../clock.ts'
import { nextEntryId } from '../log/nextEntryId.ts'
import { hasLeft } from '../log/hasLeft.ts'
import { readWhole } from '../log/readWhole.ts'
import { readEntry } from '../read/readEntry.ts'

const PAUSE_MS = 1000
const LAST: EntryId = '9999999999999-0'

interface Parts extends WholeLog {
  log: WholeLog['log'] & Pick<EventLog, 'trim'>
  clock: Clock
  health: LogHealth
  logger: Logger
  places: Places
  projection: Projection
  rejected: Pick<RejectedWriter, 'room'>
  /** What the keeper of the log writes under, while this server is it. */
  fence?: (() => Fence | undefined) | undefined
  signal: AbortSignal
}

/**
 * Brings a projection that stands before the log's beginning to its end, through the archive (L45): a stream of which nothing
 * has left the log since is left to the tail. What can be read nowhere is noted, and the fold goes on behind it.
 */
export async function takeArchived(parts: Parts): Promise<void> {
  const { clock, health, logger, signal } = parts
  for (const stream of STREAMS) {
    for (let done = false; !done && !signal.aborted;) {
      try {
        await takeStream(parts, stream)
        done = true
      }
      catch (error) {
        if (health.up)
          logger.warn({ err: error, stream }, 'archive and log cannot be read; trying again')
        health.failed(error instanceof Error ? error.message : String(error))
        await pause(clock, PAUSE_MS, signal)
      }
    }
  }
}

async function takeStream({ log, dataDir, fence, clock, logger, places, projection, rejected, signal }: Parts, stream: StreamName): Promise<void> {
  const after = projection.position.last[stream]
  const bounds = await log.bounds(stream)
  if (!await hasLeft({ log, dataDir }, stream, after))
    return
  let archived: EntryId | undefined
  for await (const piece of readWhole({ log, dataDir }, stream, after, bounds?.last ?? LAST)) {
    if (signal.aborted)
      return
    if ('gap' in piece) {
      logger.error(piece.gap, 'entries are neither in the log nor in the archive here; what is shown is less than what happened')
      projection.miss({ ...piece.gap, found: clock.now() })
    }
    else {
      archived = piece.archived ? piece.entries.at(-1)!.id : archived
      projection.take(piece.entries.map(entry => readEntry(entry, places)), false, piece.archived)
      await rejected.room()
    }
  }
  // A log that was trimmed before trims left a mark gets it here from whoever keeps the log, where nothing is removed: what is archived stands.
  const held = fence?.()
  if (held && archived !== undefined && await log.trimmed(stream) === undefined)
    await log.trim(stream, bounds?.first ?? nextEntryId(archived), held)
}
