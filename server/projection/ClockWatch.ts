import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Projection } from './Projection.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import { entryMs } from '../../shared/words/entryId.ts'

const LOOK_MS = 2000
/** Clocks that differ by less agree: what is decided by them is about minutes. */
const TOLERANCE_MS = 60_000
/** An answer that was longer under way tells nothing. */
const SLOWEST_MS = 10_000

interface Parts {
  log: Pick<EventLog, 'time' | 'home'>
  clock: Clock
  health: Pick<LogHealth, 'clock'>
  projection: Pick<Projection, 'position'>
  logger: Logger
  /** What was counted by the clock means nothing any more: it jumped, or it agrees again after it did not. */
  changed: () => void
}

/** Looks whether this server's clock, the log's and the newest entries agree (X22); where they do not, the earlier counts (X23). */
export class ClockWatch {
  /** The server's own clock; where it is ahead of the log's, the log's. */
  readonly clock: Clock
  /** The log's clock less the monotonic one, by the last answer. */
  private logOffset: number | undefined
  private ownOffset: number
  private endLooks: Cancel | undefined
  private looking: Promise<void> | undefined

  constructor(private readonly parts: Parts) {
    const { clock } = parts
    this.ownOffset = clock.now() - clock.monotonic()
    this.clock = {
      now: () => {
        const own = clock.now()
        const log = this.logNow()
        return own - log > TOLERANCE_MS ? Math.floor(log) : own
      },
      monotonic: clock.monotonic,
      after: clock.after,
      every: clock.every,
    }
  }

  /** Looks now and from now on; resolves after the first look. */
  async begin(): Promise<void> {
    this.endLooks = this.parts.clock.every(LOOK_MS, () => this.turn())
    this.turn()
    await this.looking
  }

  async end(): Promise<void> {
    this.endLooks?.()
    await this.looking
  }

  /** Whether nothing may be decided by the clock: it is not known yet whether the clocks agree, or they do not. */
  get disagree(): boolean {
    return (this.parts.log.home === 'redis' && this.logOffset === undefined) || this.fault !== undefined
  }

  /** Now, where the log gives its entries ids that lie ahead of it: an event says itself, then, when it was told. */
  get told(): EpochMs | undefined {
    const now = this.clock.now()
    return this.head - now > TOLERANCE_MS ? now : undefined
  }

  private get fault(): LogHealth['clock'] {
    const own = this.parts.clock.now()
    const skew = Math.round(own - this.logNow())
    if (Math.abs(skew) > TOLERANCE_MS)
      return { fault: skew > 0 ? 'server-ahead' : 'server-behind', ms: Math.abs(skew) }
    const ahead = this.head - own
    return ahead > TOLERANCE_MS ? { fault: 'log-ahead', ms: ahead } : undefined
  }

  /** When the newest entry that was read reached the log, by its id. */
  private get head(): EpochMs {
    return Math.max(...Object.values(this.parts.projection.position.last).map(entryMs))
  }

  /** An embedded log goes by the server's own clock. */
  private logNow(): EpochMs {
    const { clock, log } = this.parts
    return log.home === 'embedded' || this.logOffset === undefined ? clock.now() : this.logOffset + clock.monotonic()
  }

  private turn(): void {
    this.looking ??= this.look().finally(() => this.looking = undefined)
  }

  private async look(): Promise<void> {
    const { log, clock, logger, health } = this.parts
    try {
      const asked = clock.monotonic()
      const told = await log.time()
      const answered = clock.monotonic()
      if (answered - asked <= SLOWEST_MS)
        this.logOffset = told - (asked + answered) / 2
    }
    catch (error) {
      // A log that is away is told elsewhere; what was known of its clock holds.
      logger.debug({ err: error }, 'the clock of the log cannot be read')
    }
    const jump = clock.now() - clock.monotonic() - this.ownOffset
    this.ownOffset += jump
    const jumped = Math.abs(jump) > TOLERANCE_MS
    if (jumped)
      logger.warn({ ms: Math.round(jump) }, 'the clock of this server jumped')
    const before = health.clock?.fault
    health.clock = this.fault
    const now = health.clock?.fault
    if (now !== before)
      logger.warn({ ...health.clock }, now ? 'a clock cannot be right; nothing is escalated until it is' : 'the clocks agree again')
    if (jumped || now !== before)
      this.parts.changed()
  }
}
