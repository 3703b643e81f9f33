import type { Basis } from '../../shared/domain/basis.ts'
import type { DutyRoster } from '../../shared/domain/duty/DutyRoster.ts'
import type { Clock } from '../../server/clock.ts'
import type { EventLog } from '../../server/log/EventLog.ts'
import { systemClock } from '../../server/clock.ts'
import { Engine } from '../../server/escalation/Engine.ts'
import { SosLadder } from '../../server/escalation/SosLadder.ts'
import { emptyStart, Projection } from '../../server/projection/Projection.ts'
import { decode } from './decode.ts'
import { LogHealth } from '../../server/read/LogHealth.ts'
import { tailLog } from '../../server/read/tailLog.ts'
import { Tenure } from '../../server/tenure/Tenure.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { quietLogger } from './quietLogger.ts'
import { waitFor } from './waitFor.ts'

interface Parts {
  log: EventLog
  basis: Basis
  roster: DutyRoster
  clock: Clock
  holder: string
}

/** A log that is read, folded and decided upon, as a server does it, by a clock that the test moves. */
export class EngineRun implements AsyncDisposable {
  readonly projection: Projection
  readonly engine: Engine
  readonly ladder: SosLadder
  private readonly tenure: Tenure
  private readonly stop = new AbortController()
  private readonly tail: Promise<void>

  static async start(parts: Parts): Promise<EngineRun> {
    const run = new EngineRun(parts, await parts.log.epoch())
    void run.tenure.begin()
    return run
  }

  private constructor(private readonly parts: Parts, epoch: string) {
    const { log, basis, clock } = parts
    this.projection = new Projection(emptyStart(basis, epoch))
    this.engine = new Engine({ ...parts, logger: quietLogger, projection: this.projection, firstRestMs: 0 })
    this.ladder = new SosLadder({ ...parts, logger: quietLogger, projection: this.projection, firstRestMs: 0 })
    this.tenure = new Tenure({ ...parts, logger: quietLogger, lease: 'tenure', offices: [this.engine, this.ladder] })
    this.tail = tailLog({
      log,
      // Its back-off takes real time: a read that failed comes again though the test's clock stands.
      clock: systemClock,
      health: new LogHealth(clock),
      logger: quietLogger,
      position: () => this.projection.position.last,
      take: async (entries, caughtUp) => this.projection.take(entries.map(decode), caughtUp),
      signal: this.stop.signal,
    })
  }

  /** Somebody does something now; resolves when it is folded. */
  async tell(subject: string, move: string, data: object = {}, at = this.parts.clock.now()): Promise<void> {
    const { log } = this.parts
    await log.append([{ stream: 'incident', fields: { type: `incident.${move}`, subject, time: new Date(at).toISOString(), data: JSON.stringify(data) } }], 'accepted')
    await this.folded()
  }

  private get folds(): string | undefined {
    const { incident } = this.projection.position.last
    return incident === FIRST_ENTRY ? undefined : incident
  }

  /** When all that stands in the log has been folded here. */
  async folded(): Promise<void> {
    await waitFor('all to be folded', async () => (await this.parts.log.bounds('incident'))?.last === this.folds)
  }

  /** What engines have decided, as it stands in the log: `time subject type`. */
  async decisions(): Promise<string[]> {
    const entries = await this.parts.log.range('incident', FIRST_ENTRY, '9999999999999-0', 100_000)
    return entries.filter(({ fields }) => fields.source === 'wangge/engine').map(({ fields: { time, subject, type, data } }) => `${time} ${subject} ${type} ${data}`)
  }

  /** Ceases to read and to decide; the lease is given back, unless it died. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.ladder[Symbol.asyncDispose]()
    await this.engine[Symbol.asyncDispose]()
    await this.tenure.end()
    this.stop.abort()
    await this.tail
  }
}
