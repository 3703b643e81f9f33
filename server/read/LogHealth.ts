import type { Clock } from '../clock.ts'

/** Whether the log is reached, and how far behind it the reader is. */
export class LogHealth {
  up = false
  /** What went wrong last, in words for people; empty while it is up. */
  reason = 'the log has not been read yet'
  private behindMs = 0
  private readAt: number

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {
    this.readAt = clock.monotonic()
  }

  /** A read answered; `behindMs` is 0 when nothing more waited. */
  answered(behindMs: number): void {
    this.up = true
    this.reason = ''
    this.behindMs = behindMs
    this.readAt = this.clock.monotonic()
  }

  failed(reason: string): void {
    this.up = false
    this.reason = reason
  }

  /** Milliseconds by which the picture may be behind the log. */
  get lagMs(): number {
    return Math.round(this.up ? this.behindMs : this.behindMs + this.clock.monotonic() - this.readAt)
  }
}
