import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Projection } from './Projection.ts'
import type { Retention } from './Retention.ts'
import type { RejectedWriter } from './rejectedWriter.ts'
import { putCheckpoint } from './checkpoint.ts'

const LEASE = 'keeper'
const LEASE_MS = 10_000
const TURN_MS = 2000
const EVERY_ENTRIES = 25_000
const EVERY_MS = 600_000

interface Parts {
  log: EventLog
  clock: Clock
  logger: Logger
  projection: Projection
  rejected: RejectedWriter
  retention: Retention
  /** Names this server among those on the same log. */
  holder: string
}

/** What one server of all on a log does for it: copies rejected entries, keeps checkpoints and archives what is old, while it holds the lease. */
export class Keeper {
  /** Checkpoints kept by this server. */
  checkpoints = 0
  private turning: Promise<void> | undefined
  private readonly endTurns: () => void
  private keptCursor = ''
  private keptAt: number
  private keptTaken = 0

  constructor(private readonly parts: Parts) {
    this.keptAt = parts.clock.monotonic()
    this.keptCursor = parts.projection.cursor
    this.endTurns = parts.clock.every(TURN_MS, () => this.turn())
    parts.projection.listen({
      taken: () => this.isDue() && this.turn(),
      restarted: () => {
        this.keptTaken = 0
        this.keptCursor = parts.projection.cursor
      },
    })
  }

  /** The first look at the lease; before the log is read, so that what is rejected then is copied. */
  async begin(): Promise<void> {
    this.turn()
    await this.turning
  }

  /** A last checkpoint if there is anything new; then another server may have the lease. */
  async end(): Promise<void> {
    this.endTurns()
    await this.turning
    await this.parts.retention.end()
    const { log, projection, holder } = this.parts
    if (!await this.acquire())
      return
    if (projection.ready && projection.cursor !== this.keptCursor)
      await this.keep()
    await log.releaseLease(LEASE, holder)
  }

  private turn(): void {
    this.turning ??= this.work().catch(error => this.parts.logger.debug({ err: error }, 'the keeper could not work')).finally(() => this.turning = undefined)
  }

  private async work(): Promise<void> {
    const holding = await this.acquire().catch(() => undefined)
    this.parts.rejected.hold(holding !== undefined)
    if (!holding)
      return
    this.parts.retention.turn()
    await this.parts.rejected.flush()
    const aged = this.parts.clock.monotonic() - this.keptAt >= EVERY_MS && this.parts.projection.cursor !== this.keptCursor
    if (this.isDue() || aged)
      await this.keep()
  }

  private isDue(): boolean {
    return this.parts.projection.taken - this.keptTaken >= EVERY_ENTRIES
  }

  private acquire() {
    return this.parts.log.acquireLease(LEASE, this.parts.holder, LEASE_MS)
  }

  private async keep(): Promise<void> {
    const { log, clock, projection, rejected } = this.parts
    this.keptTaken = projection.taken
    this.keptAt = clock.monotonic()
    this.keptCursor = await putCheckpoint(log, projection, clock.now(), rejected.flush())
    this.checkpoints++
  }
}
