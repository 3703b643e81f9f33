import type { Clock } from '../clock.ts'
import type { Fence } from '../log/EventLog.ts'

/** One time in office, from getting a lease until it is lost. */
export class Term {
  private readonly over = new AbortController()

  /** @param until when the lease runs out, by the monotonic clock; @param ended told once, when the term is over */
  constructor(private readonly own: Fence, private until: number, private readonly clock: Pick<Clock, 'monotonic'>, private readonly ended: () => void) {}

  /** Aborts when the term is over. */
  get signal(): AbortSignal {
    return this.over.signal
  }

  /** What each write carries; undefined once the lease may have run out. The log itself judges it: a process that slept knows nothing of it. */
  get fence(): Fence | undefined {
    return this.over.signal.aborted || this.clock.monotonic() >= this.until ? undefined : this.own
  }

  get token(): number {
    return this.own.token
  }

  renew(until: number): void {
    this.until = until
  }

  /** For whoever was answered `fenced`, too: another has the lease by now. */
  end(): void {
    if (this.over.signal.aborted)
      return
    this.over.abort()
    this.ended()
  }
}
