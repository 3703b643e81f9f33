import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Office } from '../tenure/Office.ts'
import type { Term } from '../tenure/Term.ts'
import type { Projection } from './Projection.ts'
import type { Retention } from './Retention.ts'
import type { RejectedWriter } from './rejectedWriter.ts'
import type { MatterIndex } from './matters/MatterIndex.ts'
import { putCheckpoint } from './checkpoint.ts'
import { putMatters } from './matters/mattersCheckpoint.ts'

const EVERY_ENTRIES = 25_000
const EVERY_MS = 600_000

interface Parts {
  log: EventLog
  clock: Clock
  logger: Logger
  projection: Projection
  matters: MatterIndex
  rejected: RejectedWriter
  retention: Retention
}

/** Copies rejected entries, keeps checkpoints and archives what is old: an office, held by one server of all on a log. */
export class Keeper implements Office {
  /** Checkpoints kept by this server. */
  checkpoints = 0
  private term: Term | undefined
  private working: Promise<void> | undefined
  private keptCursor = ''
  private keptAt: number
  private keptTaken = 0

  constructor(private readonly parts: Parts) {
    this.keptAt = parts.clock.monotonic()
    this.keptCursor = parts.projection.cursor
    parts.projection.listen({
      taken: () => this.isDue() && this.turn(),
      restarted: () => {
        this.keptTaken = 0
        this.keptCursor = parts.projection.cursor
      },
    })
  }

  take(term: Term): void {
    this.term = term
    this.parts.rejected.hold(term)
  }

  turn(): void {
    this.working ??= this.work().catch(error => this.parts.logger.debug({ err: error }, 'the keeper could not work')).finally(() => this.working = undefined)
  }

  leave(): void {
    this.term = undefined
    this.parts.rejected.hold(undefined)
  }

  /** A last checkpoint if there is anything new. */
  async end(): Promise<void> {
    await this.working
    await this.parts.retention.end()
    const { projection } = this.parts
    if (this.term && projection.ready && projection.cursor !== this.keptCursor)
      await this.keep(this.term)
  }

  private async work(): Promise<void> {
    const { term } = this
    if (!term)
      return
    this.parts.rejected.hold(term)
    this.parts.retention.turn(term)
    await this.parts.rejected.flush()
    const aged = this.parts.clock.monotonic() - this.keptAt >= EVERY_MS && this.parts.projection.cursor !== this.keptCursor
    if (this.isDue() || aged)
      await this.keep(term)
  }

  private isDue(): boolean {
    return this.parts.projection.taken - this.keptTaken >= EVERY_ENTRIES
  }

  private async keep(term: Term): Promise<void> {
    const { log, clock, projection, matters, rejected } = this.parts
    this.keptTaken = projection.taken
    this.keptAt = clock.monotonic()
    const at = clock.now()
    await putMatters(log, projection, matters, { at, fence: () => term.fence })
    const cursor = await putCheckpoint(log, projection, { at, fence: () => term.fence, before: rejected.flush() })
    if (cursor === undefined)
      return term.end()
    this.keptCursor = cursor
    this.checkpoints++
  }
}
