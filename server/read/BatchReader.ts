import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry, EventLog, Stands } from '../log/EventLog.ts'
import { BatchTooLargeError } from '../log/BatchTooLargeError.ts'
import { byteBound } from '../log/byteBound.ts'
import { entryBytes } from '../log/entryBytes.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { MOST_BATCH_BYTES } from '../log/mostBatchBytes.ts'
import { nextEntryId } from '../log/nextEntryId.ts'

const MOST_ENTRIES = 1500
/** Entries of a stream that are asked for at once, by their bytes. */
const MEASURED = 64
/** What waits is little again. */
const LITTLE_BYTES = 1024 * 1024
const LAST: EntryId = '9999999999999-0'

interface Asked {
  blockMs: number
  signal?: AbortSignal
  stands?: Stands
}

/**
 * Reads batches that can be read in time (R23): after one that came too late, or was too large, what waits is asked for by its bytes, half of them,
 * which grow back. An entry that is too large for anything comes without its fields.
 */
export class BatchReader {
  private limit = MOST_ENTRIES
  private readonly bytes = byteBound()
  private measuring = false

  constructor(private readonly log: Pick<EventLog, 'read' | 'range' | 'holds'>) {}

  /** `caughtUp` when nothing more waits. @throws LogUnavailableError, LogWentBackError */
  async read(after: Readonly<Record<string, EntryId>>, asked: Asked): Promise<{ entries: Entry[]; caughtUp: boolean }> {
    try {
      return await this.bytes.once(most => this.measuring ? this.measured(after, asked, most) : this.plain(after, asked))
    }
    catch (error) {
      if (error instanceof BatchTooLargeError) {
        this.measuring = true
        return this.read(after, asked)
      }
      this.measuring ||= error instanceof LogUnavailableError
      throw error
    }
  }

  private async plain(after: Readonly<Record<string, EntryId>>, asked: Asked): Promise<{ entries: Entry[]; caughtUp: boolean }> {
    const entries = await this.log.read(after, { ...asked, limit: this.limit, mostBytes: MOST_BATCH_BYTES })
    // A home may share a batch out among the streams: fewer than one share is all there was.
    const caughtUp = entries.length < Math.floor(this.limit / Object.keys(after).length)
    if (!caughtUp)
      this.limit = Math.min(MOST_ENTRIES, this.limit * 2)
    return { entries, caughtUp }
  }

  private async measured(after: Readonly<Record<string, EntryId>>, { signal, stands }: Asked, most: number): Promise<{ entries: Entry[]; caughtUp: boolean }> {
    if (stands && !await this.log.holds(after, stands)) {
      const [stream = ''] = Object.keys(stands)
      throw new LogWentBackError(stream, after[stream]!)
    }
    const entries: Entry[] = []
    let bytes = 0
    for (const [stream, id] of Object.entries(after)) {
      if (signal?.aborted)
        return { entries: [], caughtUp: false }
      const page = bytes >= most ? [] : await this.log.range(stream, nextEntryId(id), LAST, MEASURED, most - bytes)
      for (const entry of page) {
        entries.push(entry)
        bytes += entry.tooLarge === undefined ? entryBytes(entry.fields) : 0
      }
    }
    if (most === MOST_BATCH_BYTES && bytes < LITTLE_BYTES && entries.every(({ tooLarge }) => tooLarge === undefined)) {
      this.measuring = false
      this.limit = MEASURED
    }
    return { entries, caughtUp: entries.length === 0 }
  }
}
