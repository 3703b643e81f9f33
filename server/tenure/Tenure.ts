import type { Cancel, Clock } from '../clock.ts'
import type { EventLog, Fence } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Office } from './Office.ts'
import { Term } from './Term.ts'

/** A server that dies is replaced within this and one turn. */
const LEASE_MS = 6000
const TURN_MS = 1500

interface Parts {
  log: Pick<EventLog, 'acquireLease' | 'releaseLease'>
  clock: Clock
  logger: Logger
  /** Name of the lease: one lease, one fence, for all the offices. */
  lease: string
  /** Names this server among those on the same log. */
  holder: string
  offices: readonly Office[]
}

/** Of all servers on a log one holds a lease; with it go its offices, and each of their writes carries its fence (L40). */
export class Tenure {
  private term: Term | undefined
  private turning: Promise<void> | undefined
  private endTurns: Cancel | undefined

  constructor(private readonly parts: Parts) {}

  /** Whether the lease was this server's when it last asked. */
  get held(): boolean {
    return this.term !== undefined
  }

  /** What a write under the lease carries now, if this server holds it. */
  get fence(): Fence | undefined {
    return this.term?.fence
  }

  /** Asks for the lease, now and from now on; resolves after the first answer. */
  async begin(): Promise<void> {
    this.endTurns = this.parts.clock.every(TURN_MS, () => this.turn())
    this.turn()
    await this.turning
  }

  /** Gives the lease back, so that another may have it at once; what the offices still have to write comes before. */
  async end(): Promise<void> {
    this.endTurns?.()
    await this.turning
    if (!this.term)
      return
    this.term.end()
    const { log, lease, holder } = this.parts
    await log.releaseLease(lease, holder).catch(() => undefined)
  }

  private turn(): void {
    this.turning ??= this.look().finally(() => this.turning = undefined)
  }

  private async look(): Promise<void> {
    const { log, clock, logger, lease: name, holder, offices } = this.parts
    const until = clock.monotonic() + LEASE_MS
    try {
      const lease = await log.acquireLease(name, holder, LEASE_MS)
      if (this.term && this.term.token !== lease?.token)
        this.term.end()
      if (lease && this.term)
        this.term.renew(until)
      else if (lease)
        this.take(lease.token, until)
    }
    catch (error) {
      logger.debug({ err: error, lease: name }, 'the lease cannot be asked for')
      if (this.term && !this.term.fence)
        this.term.end()
    }
    if (this.term) {
      for (const office of offices)
        office.turn?.()
    }
  }

  private take(token: number, until: number): void {
    const { clock, lease, offices } = this.parts
    this.term = new Term({ lease, token }, until, clock, () => {
      this.term = undefined
      for (const office of offices)
        office.leave?.()
    })
    for (const office of offices)
      office.take(this.term)
  }
}
