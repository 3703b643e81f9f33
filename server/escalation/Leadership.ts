import type { Cancel, Clock } from '../clock.ts'
import type { EventLog, Fence } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'

const LEASE = 'engine'
/** A leader that dies is replaced within this and one turn. */
const LEASE_MS = 6000
const TURN_MS = 1500

interface Parts {
  log: Pick<EventLog, 'acquireLease' | 'releaseLease'>
  clock: Clock
  logger: Logger
  /** Names this server among those on the same log. */
  holder: string
  /** Told when this server begins or ceases to lead. */
  changed: (leads: boolean) => void
}

/** Of all servers on a log one leads the engine; it alone holds the lease, and its appends carry the lease's token. */
export class Leadership {
  private held: { fence: Fence; until: number } | undefined
  private turning: Promise<void> | undefined
  private readonly endTurns: Cancel

  constructor(private readonly parts: Parts) {
    this.endTurns = parts.clock.every(TURN_MS, () => this.turn())
    this.turn()
  }

  /** Whether the lease was this server's when it last asked. */
  get leads(): boolean {
    return this.held !== undefined
  }

  /** What an append of the leader carries; undefined while another leads, or while the lease may have run out. */
  get fence(): Fence | undefined {
    return this.held && this.parts.clock.monotonic() < this.held.until ? this.held.fence : undefined
  }

  /** An append was fenced off: somebody else leads by now. */
  lost(): void {
    if (!this.held)
      return
    this.held = undefined
    this.parts.changed(false)
  }

  async end(): Promise<void> {
    this.endTurns()
    await this.turning
    if (this.held)
      await this.parts.log.releaseLease(LEASE, this.parts.holder).catch(() => undefined)
    this.lost()
  }

  private turn(): void {
    this.turning ??= this.acquire().finally(() => this.turning = undefined)
  }

  private async acquire(): Promise<void> {
    const { log, clock, logger, holder, changed } = this.parts
    const asked = clock.monotonic()
    try {
      const lease = await log.acquireLease(LEASE, holder, LEASE_MS)
      if (!lease)
        return this.lost()
      const begins = this.held?.fence.token !== lease.token
      this.held = { fence: { lease: LEASE, token: lease.token }, until: asked + LEASE_MS }
      if (begins)
        changed(true)
    }
    catch (error) {
      logger.debug({ err: error }, 'the engine cannot ask for its lease')
    }
  }
}
