import type { Entry, EventLog } from './EventLog.ts'
import { LogUnavailableError } from './LogUnavailableError.ts'

/** What is larger is kept by nobody but the log's home itself. */
const MOST_WHOLE_BYTES = 32 * 1024 * 1024
const TRIES = 3

/**
 * A page of entries for whoever keeps them, archive and backup: those that were passed over as too large are read by themselves, each alone. One
 * that does not come, though the log answers, stays a note of its bytes: nothing waits for it for ever.
 * @throws LogUnavailableError if the log does not answer at all
 */
export async function wholeEntries(log: Pick<EventLog, 'range' | 'ping'>, page: readonly Entry[]): Promise<Entry[]> {
  const whole: Entry[] = []
  for (const entry of page)
    whole.push(entry.tooLarge !== undefined && entry.tooLarge <= MOST_WHOLE_BYTES ? await wholeEntry(log, entry) : entry)
  return whole
}

async function wholeEntry(log: Pick<EventLog, 'range' | 'ping'>, entry: Entry): Promise<Entry> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const [whole] = await log.range(entry.stream, entry.id, entry.id, 1, Number.POSITIVE_INFINITY)
      return whole ?? entry
    }
    catch (error) {
      if (!(error instanceof LogUnavailableError))
        throw error
      await log.ping()
    }
  }
  return entry
}
