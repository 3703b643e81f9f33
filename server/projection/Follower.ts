import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { EventLog, Fence } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { Projection } from './Projection.ts'
import type { RejectedWriter } from './rejectedWriter.ts'
import { pause } from '../clock.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { readEntry } from '../read/readEntry.ts'
import { tailLog } from '../read/tailLog.ts'
import { restore } from './checkpoint.ts'
import { takeArchived } from './takeArchived.ts'

const WATCH_MS = 1000
const RETRY_MS = 200

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
  /** What the keeper of the log writes under, while this server is it. */
  fence?: () => Fence | undefined
  /** Milliseconds in which nobody would be told of what is read: reading waits for them, and takes what came meanwhile at once. */
  restMs?: () => number
}

/**
 * Keeps a projection at the end of its log: reads on, and folds anew when the log went backwards (a read says so) or another server
 * found that it did (the epoch is another one).
 */
export class Follower implements AsyncDisposable {
  private readonly stop = new AbortController()
  private turn = new AbortController()
  /** Epochs that this server has left: a log that went backwards may have lost its newest one and be back at one of them. */
  private readonly left = new Set<string>()
  private watching: Promise<void> | undefined
  private endRest: () => void = () => {}
  private readonly running: Promise<void>
  private readonly endWatch: () => void

  constructor(private readonly parts: Parts) {
    this.running = this.run()
    this.endWatch = parts.clock.every(WATCH_MS, () => this.watch())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.endWatch()
    this.stop.abort()
    this.leave()
    await this.watching
    await this.running
  }

  private async run(): Promise<void> {
    const { clock, logger, projection } = this.parts
    const { signal } = this.stop
    while (!signal.aborted) {
      await this.follow()
      if (signal.aborted)
        return
      logger.warn({ cursor: projection.cursor }, 'the log went backwards or is another one; folding anew')
      projection.doubt()
      while (!signal.aborted && !await this.goBack())
        await pause(clock, RETRY_MS, signal)
    }
  }

  /** Until the log went backwards or has another epoch, or the end. */
  private async follow(): Promise<void> {
    const { projection, places, rejected, restMs } = this.parts
    const { signal } = this.turn = new AbortController()
    try {
      await takeArchived({ ...this.parts, signal })
      await tailLog({
        ...this.parts,
        position: () => projection.position.last,
        stands: () => projection.stands,
        take: async (entries, caughtUp) => {
          projection.take(entries.map(entry => readEntry(entry, places)), caughtUp)
          await rejected.room()
          const rest = caughtUp && restMs ? restMs() : 0
          if (rest > 0)
            await this.rest(rest)
        },
        signal,
      })
    }
    catch (error) {
      if (!(error instanceof LogWentBackError))
        throw error
    }
  }

  /** Starts anew under an epoch that this server never had; false if the log cannot be reached now. */
  private async goBack(): Promise<boolean> {
    const { log, health, logger, projection } = this.parts
    try {
      this.left.add(projection.position.epoch)
      const epoch = await log.epoch()
      if (this.left.has(epoch))
        await log.renewEpoch(epoch)
      projection.restart(await restore(log, projection.state.basis, logger))
      return true
    }
    catch (error) {
      health.failed(error instanceof Error ? error.message : String(error))
      if (!(error instanceof LogUnavailableError))
        logger.warn({ err: error }, 'the log cannot be folded anew; trying again')
      return false
    }
  }

  /** There are dozens a second: a listener of the signal would cost more than all the rest of it. */
  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.turn.signal.aborted)
        return resolve()
      const cancel = this.parts.clock.after(ms, resolve)
      this.endRest = () => {
        cancel()
        resolve()
      }
    })
  }

  private leave(turn = this.turn): void {
    turn.abort()
    this.endRest()
  }

  private watch(): void {
    this.watching ??= this.look().finally(() => this.watching = undefined)
  }

  /** A renewed epoch is how a server hears from another one that the log went backwards. */
  private async look(): Promise<void> {
    const { log, logger, projection } = this.parts
    const { turn } = this
    try {
      const seen = projection.position.epoch
      if (await log.epoch() !== seen && seen === projection.position.epoch)
        this.leave(turn)
    }
    catch (error) {
      // The tail reports a log that cannot be reached; the next look comes soon.
      if (!(error instanceof LogUnavailableError))
        logger.warn({ err: error }, 'the epoch of the log could not be looked at')
    }
  }
}
