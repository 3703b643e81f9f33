import type { EntryId } from '../../shared/words/entryId.ts'
import type { Clock } from '../clock.ts'
import type { Entry, EventLog, Stands } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { LogHealth } from './LogHealth.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { backoffMs } from '../../shared/words/time/backoffMs.ts'
import { pause } from '../clock.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { BatchReader } from './BatchReader.ts'

const BLOCK_MS = 1000
const PAUSE = { firstMs: 100, mostMs: 2000 }

export interface Tail {
  log: Pick<EventLog, 'read' | 'range' | 'holds'>
  clock: Clock
  health: LogHealth
  logger: Logger
  /** Last entry taken of each stream. */
  position: () => Readonly<Record<string, EntryId>>
  /** Hashes of those entries: each read proves that they stand. */
  stands?: () => Stands
  /** Gets every entry once, in order within its stream; `caughtUp` when nothing more waits. The next read waits for it. */
  take: (entries: readonly Entry[], caughtUp: boolean) => Promise<void>
  signal: AbortSignal
}

/**
 * Reads the log until aborted. A log that cannot be reached is asked again with back-off, for ever (R1).
 * @throws LogWentBackError when what was taken does not stand any more
 */
export async function tailLog({ log, clock, health, logger, position, stands, take, signal }: Tail): Promise<void> {
  let failures = 0
  let blockMs = 0
  const reader = new BatchReader(log)
  while (!signal.aborted) {
    try {
      const after = position()
      const { entries, caughtUp } = await reader.read(after, { blockMs, signal, ...(stands && { stands: stands() }) })
      if (signal.aborted)
        return
      blockMs = caughtUp ? BLOCK_MS : 0
      if (!health.up)
        logger.info({}, 'the log is read')
      health.answered(caughtUp ? 0 : Math.max(0, clock.now() - entryMs(entries[entries.length - 1]!.id)))
      await take(entries, caughtUp)
      failures = 0
    }
    catch (error) {
      if (signal.aborted)
        return
      if (error instanceof LogWentBackError)
        throw error
      if (health.up || failures === 0)
        logger.warn({ err: error }, 'the log cannot be read; trying again')
      health.failed(error instanceof Error ? error.message : String(error))
      await pause(clock, backoffMs(PAUSE, ++failures), signal)
    }
  }
}
