import type { DecisionKind } from '../../shared/commands/engine/Decision.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Cancel } from '../clock.ts'
import type { Office } from '../tenure/Office.ts'
import type { Term } from '../tenure/Term.ts'
import type { DueIncident } from './Agenda.ts'
import type { EngineParts } from './EngineParts.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { Agenda } from './Agenda.ts'
import { LateTold } from './LateTold.ts'
import { toAppend } from './toAppend.ts'

/** Decisions under way at a time, each about another matter. */
const AT_ONCE = 64
/** When a matter is looked at again whose decision was answered, but has not come back by the log. */
const STALE_MS = 200
const UNSEEN_MS = 2000
const REPEATED_MS = 60_000
/** No timer is set further ahead; it costs one look. */
const LONGEST_WAIT_MS = 600_000
/** So often an engine that rests looks whether it may go on. */
const RESTING_MS = 2000
/** Who kept what happened while no server ran gets so long to tell it. */
const FIRST_REST_MS = 5000

/**
 * Decides what falls due of itself (warnings, escalation, cards, calls that nobody answers), each as a guarded event, once:
 * an office, held by one server of all on a log.
 */
export class Engine implements Office, AsyncDisposable {
  /** Decisions of this server that were appended, by kind. */
  readonly counts = new Map<DecisionKind, number>()
  private readonly agenda: Agenda
  /** Matters that something was told of since the last look: each is looked at once a batch, after the screens were told. */
  private readonly touched = new Set<string>()
  private late = new LateTold()
  private term: Term | undefined
  /** By the monotonic clock. */
  private notBefore: number | undefined
  private running: Promise<void> | undefined
  private timer: { at: EpochMs; cancel: Cancel } | undefined
  private ended = false

  constructor(private readonly parts: EngineParts) {
    const { projection, clock, roster } = parts
    this.agenda = new Agenda(projection, roster, clock)
    projection.listen({
      applied: (event, touched) => {
        if (event.stream !== 'incident')
          return
        this.late.note(event, clock.now())
        if (this.term && touched.incident !== undefined)
          this.touched.add(touched.incident)
      },
      taken: (caughtUp) => {
        this.lookAtTouched()
        if (caughtUp)
          this.caughtUp()
      },
      wentBack: () => this.forget(),
      restarted: () => this.forget(),
    })
  }

  /** Whether this server may decide now. */
  get leads(): boolean {
    return this.term?.fence !== undefined
  }

  /** Matters for which something will fall due. */
  get waiting(): number {
    return this.agenda.size
  }

  take(term: Term): void {
    this.term = term
    this.begin()
  }

  leave(): void {
    this.term = undefined
    this.forget()
  }

  /** What was counted by the clock means nothing any more: every matter is looked at anew. */
  countAnew(): void {
    this.late = new LateTold()
    if (!this.agenda.isEmpty)
      this.begin()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.ended = true
    this.timer?.cancel()
    await this.running
  }

  private lookAtTouched(): void {
    for (const id of this.touched)
      this.agenda.look(id)
    this.touched.clear()
  }

  private forget(): void {
    this.touched.clear()
    this.agenda.clear()
  }

  private caughtUp(): void {
    if (this.notBefore === undefined) {
      this.notBefore = this.parts.clock.monotonic() + (this.parts.firstRestMs ?? FIRST_REST_MS)
      this.begin()
    }
    else if (this.agenda.isEmpty) {
      this.begin()
    }
    else {
      this.wake()
    }
  }

  /** From now on every matter has its moment. */
  private begin(): void {
    if (this.term && this.parts.projection.ready && !this.ended)
      void this.agenda.fill().then(() => this.wake())
  }

  /** Decides what is due, and sets the timer for what is due next. */
  private wake(): void {
    if (this.running || this.ended || !this.agenda.isWhole || this.notBefore === undefined)
      return
    const { clock, rests } = this.parts
    const now = clock.now()
    const due = Math.max(this.agenda.nextAt, now + this.notBefore - clock.monotonic(), this.late.until)
    // What is set already wakes it soon enough; this is asked after each batch that was read.
    if (this.timer && this.timer.at <= due && due > now)
      return
    const at = rests?.() ? now + RESTING_MS : due
    if (at <= now) {
      this.running = this.run().finally(() => {
        this.running = undefined
        this.wake()
      })
    }
    // One that is early is no harm: it looks, and sets the next.
    else if (!this.timer || this.timer.at > at) {
      this.setTimer(Math.min(at, now + LONGEST_WAIT_MS), now)
    }
  }

  private setTimer(at: EpochMs, now: EpochMs): void {
    this.timer?.cancel()
    const cancel = this.parts.clock.after(at - now, () => {
      this.timer = undefined
      this.wake()
    })
    this.timer = { at, cancel }
  }

  private async run(): Promise<void> {
    const { clock, logger } = this.parts
    const now = clock.now()
    try {
      await Promise.all(this.agenda.takeDue(now, AT_ONCE, now + UNSEEN_MS).map(due => this.decide(due)))
    }
    catch (error) {
      if (!(error instanceof LogUnavailableError))
        logger.error({ err: error }, 'the engine could not decide; it tries again')
    }
  }

  private async decide({ incident, version, decision }: DueIncident): Promise<void> {
    const { log, clock, projection } = this.parts
    const { term } = this
    const fence = term?.fence
    if (!fence || !projection.ready || this.parts.rests?.())
      return
    const answer = await log.appendFenced(toAppend(decision, incident, projection, clock.now()), fence, log.offers)
    if (Array.isArray(answer) && answer[0]!.outcome === 'appended') {
      this.counts.set(decision.kind, (this.counts.get(decision.kind) ?? 0) + 1)
      return
    }
    if (!Array.isArray(answer) && answer.outcome === 'fenced')
      term?.end()
    // What came back by the log meanwhile has set the next moment already.
    else if (this.term && incident.version === version)
      this.agenda.putOff(incident.id, clock.now() + (Array.isArray(answer) ? REPEATED_MS : STALE_MS))
  }
}
