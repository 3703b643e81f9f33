import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { State } from '../../shared/state/State.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { Logger } from '../Logger.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { LookedBack } from './lookBack.ts'
import type { LossBook } from './LossBook.ts'
import type { Projection } from './Projection.ts'
import { openIncidents } from '../../shared/indicators/open/openIncidents.ts'

const TURN_MS = 1000

interface Parts {
  book: LossBook
  projection: Projection
  clock: Clock
  health: LogHealth
  logger: Logger
  /** What the log may have lost before this server was started. */
  lost?: LookedBack | undefined
}

/** Notices that the log lost something, says what is missing once all of it has been folded anew, and keeps what the screens are told of it up to date (T11). */
export class LossWatch {
  private readonly endTurns: Cancel
  private turning: Promise<void> | undefined
  /** Since when the log is another one, and what was open before; until it has been folded to its end. */
  private noticed: { at: EpochMs; open: Set<string>; certain: boolean; told: readonly Loss[] } | undefined
  private telling: Promise<void> | undefined

  constructor(private readonly parts: Parts) {
    const { projection, clock, lost } = parts
    if (lost)
      this.notice(lost)
    projection.listen({
      restarted: before => this.notice({ open: openIn(before.state), certain: true, losses: [] }),
      taken: caughtUp => caughtUp && this.tell(),
    })
    this.endTurns = clock.every(TURN_MS, () => void this.turn())
    void this.turn()
  }

  /** Whether every loss that was noticed is kept in the log. */
  get settled(): boolean {
    return this.noticed === undefined && this.telling === undefined && this.parts.book.kept
  }

  async end(): Promise<void> {
    this.endTurns()
    await this.telling
    await this.turning
  }

  /** The log is not the one in which these matters were open. */
  private notice({ open, certain, losses }: Omit<LookedBack, 'open'> & { open: Iterable<string> }): void {
    const before = this.noticed
    this.noticed = {
      at: before?.at ?? this.parts.clock.now(),
      open: new Set([...before?.open ?? [], ...open]),
      certain: certain || before?.certain === true,
      told: [...before?.told ?? [], ...losses],
    }
  }

  private tell(): void {
    if (!this.noticed)
      return
    const { book, projection, logger } = this.parts
    const { at, open, certain, told } = this.noticed
    this.noticed = undefined
    // One that came again is not missing.
    const missing = [...open].filter(id => !projection.state.incident.incidents.has(id)).length
    if (!certain && missing === 0)
      return
    const id = projection.position.epoch
    // What another server has told of it, and somebody has signed for, is read first.
    const telling = Promise.all([this.telling, this.turn()]).then(() => {
      if (book.find(id)?.signed === undefined)
        logger.warn({ epoch: id, missing }, 'the log lost entries; the screens say so until somebody signs for it')
      for (const each of told)
        book.tell(each)
      book.tell({ id, at, missing })
      if (this.telling === telling)
        this.telling = undefined
      this.show()
      void this.turn()
    })
    this.telling = telling
  }

  private turn(): Promise<void> {
    return this.turning ??= this.parts.book.turn()
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
