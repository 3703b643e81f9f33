import type { State } from '../../shared/state/State.ts'
import type { EpochMs } from '../../shared/words/time.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Logger } from '../Logger.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { LossBook } from './LossBook.ts'
import type { Projection } from './Projection.ts'
import { openIncidents } from '../../shared/indicators/openIncidents.ts'

const TURN_MS = 1000

interface Parts {
  book: LossBook
  projection: Projection
  clock: Clock
  health: LogHealth
  logger: Logger
}

/** Notices that the log lost something, says what is missing once all of it has been folded anew, and keeps what the screens are told of it up to date (T11). */
export class LossWatch {
  private readonly endTurns: Cancel
  private turning: Promise<void> | undefined
  /** Since when the log is another one, and what was open before; until it has been folded to its end. */
  private noticed: { at: EpochMs; open: Set<string> } | undefined

  constructor(private readonly parts: Parts) {
    const { projection, clock } = parts
    projection.listen({
      restarted: before => this.lost(openIn(before.state)),
      taken: caughtUp => caughtUp && this.tell(),
    })
    this.endTurns = clock.every(TURN_MS, () => this.turn())
    this.turn()
  }

  /** The log is not the one in which these matters were open. */
  lost(open: Iterable<string>): void {
    this.noticed ??= { at: this.parts.clock.now(), open: new Set() }
    for (const id of open)
      this.noticed.open.add(id)
  }

  async end(): Promise<void> {
    this.endTurns()
    await this.turning
  }

  private tell(): void {
    if (!this.noticed)
      return
    const { book, projection, logger } = this.parts
    const { at, open } = this.noticed
    this.noticed = undefined
    // One that came again is not missing.
    const missing = [...open].filter(id => !projection.state.incident.incidents.has(id)).length
    const id = projection.position.epoch
    logger.warn({ epoch: id, missing }, 'the log lost entries; the screens say so until somebody signs for it')
    book.tell({ id, at, missing })
    this.show()
    this.turn()
  }

  private turn(): void {
    this.turning ??= this.parts.book.turn()
      // A log that cannot be reached, or takes no writes, is told elsewhere; the next turn comes soon.
      .catch((error: unknown) => this.parts.logger.debug({ err: error }, 'losses could not be kept or read'))
      .finally(() => {
        this.turning = undefined
        this.show()
      })
  }

  private show(): void {
    this.parts.health.loss = this.parts.book.said
  }
}

function* openIn(state: State): Generator<string> {
  for (const { id } of openIncidents(state, state.basis.code))
    yield id
}
