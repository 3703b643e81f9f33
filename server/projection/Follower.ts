import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { Projection } from './Projection.ts'
import type { RejectedWriter } from './rejectedWriter.ts'
import { pause } from '../clock.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { readEntry } from '../read/readEntry.ts'
import { tailLog } from '../read/tailLog.ts'
import { restore } from './checkpoint.ts'
import { takeArchived } from './takeArchived.ts'
import { watchEpoch } from './watchEpoch.ts'

const WATCH_MS = 1000

interface Parts {
  log: EventLog
  clock: Clock
  health: LogHealth
  logger: Logger
  places: Places
  projection: Projection
  rejected: RejectedWriter
  /** Where the archive of the log lies. */
  dataDir: string
  /** Milliseconds in which nobody would be told of what is read: reading waits for them, and takes what came meanwhile at once. */
  restMs?: () => number
}

/** Keeps a projection at the end of its log: reads on, and folds anew when the log went backwards. */
export class Follower implements AsyncDisposable {
  private readonly stop = new AbortController()
  private run = new AbortController()
  private tail: Promise<void>
  private watching: Promise<void> | undefined
  private readonly endWatch: () => void

  constructor(private readonly parts: Parts) {
    this.tail = this.follow()
    this.endWatch = parts.clock.every(WATCH_MS, () => this.watch())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.endWatch()
    this.stop.abort()
    this.run.abort()
    await this.watching
    await this.tail
  }

  private async follow(): Promise<void> {
    const { projection, places, rejected, clock, restMs } = this.parts
    const { signal } = this.run = new AbortController()
    await takeArchived({ ...this.parts, signal })
    await tailLog({
      ...this.parts,
      position: () => projection.position.last,
      take: async (entries, caughtUp) => {
        projection.take(entries.map(entry => readEntry(entry, places)), caughtUp)
        await rejected.room()
        const rest = caughtUp && restMs ? restMs() : 0
        if (rest > 0)
          await pause(clock, rest, signal)
      },
      signal,
    })
  }

  private watch(): void {
    this.watching ??= this.look().finally(() => this.watching = undefined)
  }

  private async look(): Promise<void> {
    const { log, logger, projection } = this.parts
    try {
      if (await watchEpoch(log, projection.position) === 'same' || this.stop.signal.aborted)
        return
      logger.warn({ cursor: projection.cursor }, 'the log went backwards or is another one; folding anew')
      this.run.abort()
      await this.tail
      projection.restart(await restore(log, projection.state.basis, logger))
    }
    catch (error) {
      // The tail reports a log that cannot be reached; the next look comes soon.
      if (!(error instanceof LogUnavailableError))
        logger.warn({ err: error }, 'the epoch of the log could not be looked at')
    }
    if (this.run.signal.aborted && !this.stop.signal.aborted)
      this.tail = this.follow()
  }
}
