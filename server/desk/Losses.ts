import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { LossAnswer } from '../../shared/protocol/desk/lossAnswer.ts'
import type { LossSign } from '../../shared/protocol/desk/lossSign.ts'
import type { District } from '../../shared/domain/district/District.ts'
import type { Clock } from '../clock.ts'
import type { LossBook } from '../projection/LossBook.ts'
import { idOfSeat } from '../../shared/domain/duty/idOfSeat.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { lossSign } from '../../shared/protocol/desk/lossSign.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'

interface Parts {
  book: LossBook
  clock: Pick<Clock, 'now'>
  district: Pick<District, 'seats'>
}

/** Signatures for what the log lost: a seat of the duty shift says that it knows, and every screen falls silent (T12). */
export class Losses {
  private readonly seats: ReadonlySet<string>

  constructor(private readonly parts: Parts) {
    this.seats = new Set(parts.district.seats.map(idOfSeat))
  }

  /** Newest first. @throws LogUnavailableError */
  async newest(): Promise<Loss[]> {
    await this.parts.book.turn()
    return this.parts.book.newest
  }

  /** Never rejects for what is sent or for a log that is away. */
  async sign(message: unknown): Promise<LossAnswer> {
    const parsed = lossSign.safeParse(message)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return { accepted: false, reason: 'bad-request', path: issue.path.join('.'), message: fixFor(issue) }
    }
    if (!this.seats.has(parsed.data.actor))
      return { accepted: false, reason: 'unknown-seat', path: 'actor', message: 'Give a seat of the duty shift.' }
    try {
      return await this.signOne(parsed.data)
    }
    catch (error) {
      if (error instanceof LogUnavailableError)
        return { accepted: false, reason: 'log-away', message: 'The log takes no signature now; sign again in a moment, it has one effect.' }
      throw error
    }
  }

  private async signOne({ id, actor, note }: LossSign): Promise<LossAnswer> {
    const { book, clock } = this.parts
    await book.turn()
    const shown = book.find(id)
    if (!shown)
      return { accepted: false, reason: 'unknown-loss', path: 'id', message: 'The log has no such loss.' }
    const duplicate = shown.signed !== undefined
    if (!duplicate)
      await book.sign(book.unsigned.filter(({ at }) => at <= shown.at).map(each => each.id), { by: actor, at: clock.now(), ...(note !== undefined && { note }) })
    const loss = book.find(id)!
    if (loss.signed?.by === actor)
      return { accepted: true, loss, ...(duplicate && { duplicate }) }
    return { accepted: false, reason: 'already-signed', message: `${loss.signed?.by ?? 'Another seat'} was first.`, loss }
  }
}
