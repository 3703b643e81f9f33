import type { EntryId } from '../../shared/words/entryId.ts'
import type { Entry, EventLog, Stands } from '../log/EventLog.ts'
import { BatchTooLargeError } from '../log/BatchTooLargeError.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { MOST_ENTRY_BYTES } from '../log/mostEntryBytes.ts'

const MOST_ENTRIES = 1500
const MOST_BYTES = 16 * 1024 * 1024
const LEAST_BYTES = 256 * 1024
/** Entries of a stream that are measured at once. */
const MEASURED = 64

interface Asked {
  blockMs: number
  signal?: AbortSignal
  stands?: Stands
}

/**
 * Reads batches that can be read in time (R23): after one that came too late, or was too large, what waits is measured before it is asked for, with
 * half of the bytes, which grow back. An entry that is too large for anything comes without its fields.
 */
export class BatchReader {
  private limit = MOST_ENTRIES
  private bytes = MOST_BYTES
  private measuring = false

  constructor(private readonly log: Pick<EventLog, 'read' | 'range' | 'sizes' | 'holds'>) {}

  /** `caughtUp` when nothing more waits. @throws LogUnavailableError, LogWentBackError */
  async read(after: Readonly<Record<string, EntryId>>, asked: Asked): Promise<{ entries: Entry[]; caughtUp: boolean }> {
    try {
      return this.measuring ? await this.measured(after, asked) : await this.plain(after, asked)
    }
    catch (error) {
      if (error instanceof BatchTooLargeError) {
        this.measuring = true
        return this.read(after, asked)
      }
      if (error instanceof LogUnavailableError) {
        this.measuring = true
        this.bytes = Math.max(LEAST_BYTES, this.bytes / 2)
      }
      throw error
    }
  }

  private async plain(after: Readonly<Record<string, EntryId>>, asked: Asked): Promise<{ entries: Entry[]; caughtUp: boolean }> {
    const entries = await this.log.read(after, { ...asked, limit: this.limit, mostBytes: MOST_BYTES })
    // A home may share a batch out among the streams: fewer than one share is all there was.
    const caughtUp = entries.length < Math.floor(this.limit / Object.keys(after).length)
    if (!caughtUp)
      this.limit = Math.min(MOST_ENTRIES, this.limit * 2)
    return { entries, caughtUp }
  }

  private async measured(after: Readonly<Record<string, EntryId>>, { signal, stands }: Asked): Promise<{ entries: Entry[]; caughtUp: boolean }> {
    if (stands && !await this.log.holds(after, stands)) {
      const [stream = ''] = Object.keys(stands)
      throw new LogWentBackError(stream, after[stream]!)
    }
    const entries: Entry[] = []
    let waiting = 0
    let left = this.bytes
    for (const [stream, id] of Object.entries(after)) {
      const sizes = await this.log.sizes(stream, id, MEASURED)
      waiting += sizes.reduce((sum, { bytes }) => sum + bytes, 0)
      for (const run of runsOf(sizes, left)) {
        if (signal?.aborted)
          return { entries: [], caughtUp: false }
        if ('tooLarge' in run)
          entries.push({ stream, id: run.id, fields: {}, tooLarge: run.tooLarge })
        else
          entries.push(...await this.log.range(stream, run.first, run.last, run.count))
        left -= 'tooLarge' in run ? 0 : run.bytes
      }
    }
    this.bytes = Math.min(MOST_BYTES, this.bytes * 2)
    if (waiting < MOST_BYTES / 16) {
      this.measuring = false
      this.limit = MEASURED
    }
    return { entries, caughtUp: entries.length === 0 }
  }
}

type Run = { first: EntryId; last: EntryId; count: number; bytes: number } | { id: EntryId; tooLarge: number }

/** The first entries, as far as so many bytes go, one at least: in runs that can be asked for, the oversized ones apart. */
function runsOf(sizes: readonly { id: EntryId; bytes: number }[], most: number): Run[] {
  const runs: Run[] = []
  let bytes = 0
  for (const each of sizes) {
    if (each.bytes > MOST_ENTRY_BYTES) {
      runs.push({ id: each.id, tooLarge: each.bytes })
      continue
    }
    bytes += each.bytes
    if (bytes > most && runs.length > 0)
      break
    const run = runs[runs.length - 1]
    if (run && 'first' in run)
      Object.assign(run, { last: each.id, count: run.count + 1, bytes: run.bytes + each.bytes })
    else
      runs.push({ first: each.id, last: each.id, count: 1, bytes: each.bytes })
  }
  return runs
}
