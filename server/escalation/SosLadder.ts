import type { EngineFacts } from '../../shared/commands/engine/EngineFacts.ts'
import type { SosDecision } from '../../shared/commands/engine/sosUnanswered.ts'
import type { SosCall } from '../../shared/families/patrol/SosCall.ts'
import type { Cancel } from '../clock.ts'
import type { FencedAppend } from '../log/EventLog.ts'
import type { Office } from '../tenure/Office.ts'
import type { Term } from '../tenure/Term.ts'
import type { EngineParts } from './EngineParts.ts'
import { sosUnanswered } from '../../shared/commands/engine/sosUnanswered.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { hashOf } from '../log/standing.ts'
import { LateTold } from './LateTold.ts'

/** What was decided and has not come back by the log is looked at again after this; so is a clock that rests. */
const AGAIN_MS = 2000
const LONGEST_WAIT_MS = 600_000
/** Who kept what happened while no server ran gets so long to tell it. */
const FIRST_REST_MS = 5000
const LATE_MS = 60_000

/** Calls the next seat where nobody signs for a call for help in time (X40): an office, held by one server of all on a log. Calls are few, so each look is at all of them. */
export class SosLadder implements Office, AsyncDisposable {
  private late = new LateTold()
  private term: Term | undefined
  private notBefore: number | undefined
  private running: Promise<void> | undefined
  private cancel: Cancel | undefined
  private ended = false

  constructor(private readonly parts: EngineParts) {
    const { projection, clock } = parts
    let told = false
    projection.listen({
      applied: (event) => {
        if (event.stream !== 'patrol' || !event.type.startsWith('patrol.sos'))
          return
        this.late.note(event, clock.now())
        told = true
      },
      taken: (caughtUp) => {
        if (caughtUp && (told || this.notBefore === undefined)) {
          told = false
          this.notBefore ??= clock.monotonic() + (parts.firstRestMs ?? FIRST_REST_MS)
          this.wake()
        }
      },
      wentBack: () => this.wake(),
      restarted: () => this.wake(),
    })
  }

  take(term: Term): void {
    this.term = term
    this.wake()
  }

  leave(): void {
    this.term = undefined
    this.cancel?.()
  }

  /** What was counted by the clock means nothing any more (X24). */
  countAnew(): void {
    this.late = new LateTold()
    this.wake()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.ended = true
    this.cancel?.()
    await this.running
  }

  private wake(): void {
    this.cancel?.()
    this.cancel = undefined
    const { clock, projection, rests } = this.parts
    if (this.running || this.ended || !this.term || !projection.ready || this.notBefore === undefined)
      return
    const now = clock.now()
    const first = Math.min(Infinity, ...this.decisions(now).map(({ decision }) => decision.at))
    if (first === Infinity)
      return
    const at = Math.max(first, now + this.notBefore - clock.monotonic(), this.late.until)
    if (at > now || rests?.())
      return this.wakeIn(rests?.() ? AGAIN_MS : Math.min(at - now, LONGEST_WAIT_MS))
    this.running = this.run(now).finally(() => {
      this.running = undefined
      this.wakeIn(AGAIN_MS)
    })
  }

  private wakeIn(ms: number): void {
    this.cancel?.()
    this.cancel = this.ended ? undefined : this.parts.clock.after(ms, () => this.wake())
  }

  private async run(now: number): Promise<void> {
    const { log, logger, rests } = this.parts
    try {
      for (const { call, decision } of this.decisions(now)) {
        const fence = this.term?.fence
        if (!fence || rests?.())
          return
        if (decision.at > now)
          continue
        const answer = await log.appendFenced(this.toAppend(call, decision, now), fence, log.offers)
        if (!Array.isArray(answer) && answer.outcome === 'fenced')
          return this.term?.end()
      }
    }
    catch (error) {
      if (!(error instanceof LogUnavailableError))
        logger.error({ err: error }, 'a call for help could not be passed on; it is tried again')
    }
  }

  private decisions(now: number): { call: SosCall; decision: SosDecision }[] {
    const { projection: { state }, roster } = this.parts
    const facts: EngineFacts = { rules: state.basis.rules.engine, limits: state.limits, roster, grids: state.basis.grids }
    return [...state.patrol.calls.values()].flatMap((call) => {
      const decision = sosUnanswered(call, facts, now)
      return decision ? [{ call, decision }] : []
    })
  }

  /** Stale if anything was told of the call meanwhile, and under an identity made of its version, so that it goes on once only, by whomever. */
  private toAppend({ id, entry }: SosCall, { at, data }: SosDecision, now: number): FencedAppend {
    const { position: { epoch, last }, stands } = this.parts.projection
    return {
      entries: [{
        stream: 'patrol',
        fields: {
          type: 'patrol.sos-called',
          subject: id,
          source: 'wangge/engine',
          id: `${epoch}/${id}/${entry}`,
          time: new Date(now).toISOString(),
          actor: 'engine',
          data: JSON.stringify(now - at > LATE_MS ? { ...data, fellDue: new Date(at).toISOString() } : data),
        },
      }],
      guard: { stream: 'patrol', subject: id, after: last.patrol, ...(stands.patrol !== undefined && { stands: hashOf(stands.patrol) }) },
    }
  }
}
