import type { District } from '../../shared/domain/district/District.ts'
import type { Handover } from '../../shared/protocol/desk/handover.ts'
import type { HandoverAnswer } from '../../shared/protocol/desk/handoverAnswer.ts'
import type { HandoverDraft, HandoverMatters } from '../../shared/protocol/desk/handoverDraft.ts'
import type { HandoverSign } from '../../shared/protocol/desk/handoverSign.ts'
import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import { idOfSeat } from '../../shared/domain/duty/idOfSeat.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { handoverSign } from '../../shared/protocol/desk/handoverSign.ts'
import { pause } from '../clock.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { draftHandover } from './draftHandover.ts'
import { HandoverBook } from './HandoverBook.ts'

/** So far back is looked where there was no handover yet. */
const FIRST_MS = 86_400_000
const MOST_TRIES = 5
const READY_MS = 10_000

interface Parts {
  log: Pick<EventLog, 'read' | 'appendGuarded' | 'offers'>
  clock: Clock
  projection: Projection
  district: Pick<District, 'seats'>
}

type Refusal = Extract<HandoverAnswer, { accepted: false }>

/** 交接班: what one shift hands to the next, signed by both seats and kept (U1–U3). */
export class Handovers {
  private readonly book: HandoverBook
  private readonly seats: ReadonlySet<string>

  constructor(private readonly parts: Parts) {
    this.book = new HandoverBook(parts.log)
    this.seats = new Set(parts.district.seats.map(idOfSeat))
  }

  /** @throws LogUnavailableError */
  async draft(): Promise<HandoverDraft> {
    await this.book.readOn()
    const now = this.parts.clock.now()
    return draftHandover(this.parts.projection.state, this.book.lastCompleteAt ?? now - FIRST_MS, now)
  }

  /** Newest first, without the lines of what was signed. @throws LogUnavailableError */
  async newest(): Promise<Handover[]> {
    await this.book.readOn()
    return this.book.newest.map(withoutLines)
  }

  /** That one, whole; none if it is not known. @throws LogUnavailableError */
  async one(id: string): Promise<Handover[]> {
    await this.book.readOn()
    const found = this.book.find(id)
    return found ? [found] : []
  }

  /** The newest that waits for its second signature, and that no later one has overtaken. @throws LogUnavailableError */
  async waiting(): Promise<Handover[]> {
    await this.book.readOn()
    const last = this.book.lastCompleteAt ?? 0
    return this.book.newest.filter(({ completeAt, signed }) => completeAt === undefined && (signed.from ?? signed.to)!.at >= last).slice(0, 1)
  }

  /** Never rejects for what is sent or for a log that is away. */
  async sign(message: unknown): Promise<HandoverAnswer> {
    const parsed = handoverSign.safeParse(message)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return { accepted: false, reason: 'bad-request', path: issue.path.join('.'), message: fixFor(issue) }
    }
    const wrong = this.wrongSeats(parsed.data)
    if (wrong)
      return wrong
    const { projection, clock } = this.parts
    try {
      if (!projection.ready)
        await Promise.race([projection.caughtUp(), pause(clock, READY_MS)])
      return projection.ready ? await this.signUntilKept(parsed.data) : AWAY
    }
    catch (error) {
      if (error instanceof LogUnavailableError)
        return AWAY
      throw error
    }
  }

  private wrongSeats({ from, to }: HandoverSign): Refusal | undefined {
    if (!this.seats.has(from) || !this.seats.has(to))
      return { accepted: false, reason: 'unknown-seat', path: this.seats.has(from) ? 'to' : 'from', message: 'Give a seat of the duty shift.' }
    return from === to ? { accepted: false, reason: 'same-seat', path: 'to', message: 'Two seats sign: give another one.' } : undefined
  }

  private async signUntilKept(sign: HandoverSign): Promise<HandoverAnswer> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const draft = await this.draft()
      const known = this.book.find(sign.id)
      if (known?.signed[sign.sign])
        return { accepted: true, handover: known, duplicate: true }
      const wrong = this.whyNot(sign, known, draft)
      if (wrong)
        return wrong
      const outcome = await this.book.keep({ ...sign, at: draft.at, draft })
      await this.book.readOn()
      const handover = this.book.find(sign.id)
      if (outcome === 'kept' && handover)
        return { accepted: true, handover }
    }
    return { accepted: false, reason: 'other-handover', message: 'The other seat signs at the same time; sign again.' }
  }

  private whyNot({ from, to }: HandoverSign, known: Handover | undefined, draft: HandoverDraft): Refusal | undefined {
    if (known && (known.from !== from || known.to !== to))
      return { accepted: false, reason: 'other-handover', path: 'id', message: `Under this id ${known.from} hands over to ${known.to}.` }
    const first = known?.signed.from ?? known?.signed.to
    if (first && first.at < (this.book.lastCompleteAt ?? 0))
      return { accepted: false, reason: 'other-handover', path: 'id', message: 'Another handover was signed by both meanwhile; begin a new one.' }
    return standingInTheWay('unacknowledged', draft.unacknowledged, 'Nobody has signed for these matters; see that somebody does, or pass the call on, before you hand over.')
      ?? standingInTheWay('unowned', draft.unowned, 'Nobody has these matters; send each to a unit or a person before you hand over.')
      ?? standingInTheWay('reports-due', draft.reportsDue, 'Upward reports of these matters are past their time; send each before you hand over.')
  }
}

function withoutLines(handover: Handover): Handover {
  const { from, to } = handover.signed
  return { ...handover, signed: { ...(from && { from: { ...from, draft: { ...from.draft, lines: [] } } }), ...(to && { to: { ...to, draft: { ...to.draft, lines: [] } } }) } }
}

const AWAY: Refusal = { accepted: false, reason: 'log-away', message: 'The log cannot be reached; sign again in a moment, it has one effect.' }

function standingInTheWay(reason: 'unacknowledged' | 'unowned' | 'reports-due', { count, matters }: HandoverMatters, message: string): Refusal | undefined {
  return count > 0 ? { accepted: false, reason, message, count, matters } : undefined
}
