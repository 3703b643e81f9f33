import type { Frame } from '../../shared/protocol/frame.ts'
import type { Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'

/** Whether the log is reached, and how far behind it the reader is. */
export class LogHealth {
  up = false
  /** What went wrong last, in words for people; empty while it is up. */
  reason = 'the log has not been read yet'
  /** Why the last append was refused, in words for people; empty after one that went well. */
  unwritable = ''
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

  /** The log, watched: whether what is appended by it was refused last, as by a full disk. */
  watching(log: Pick<EventLog, 'append'>): Pick<EventLog, 'append'> {
    return {
      append: async (...asked) => {
        try {
          const appended = await log.append(...asked)
          this.unwritable = ''
          return appended
        }
        catch (error) {
          if (error instanceof LogUnavailableError)
            this.unwritable = error.message
          throw error
        }
      },
    }
  }

  /** What a frame says of it. */
  get said(): NonNullable<Frame['log']> {
    return { up: this.up, lagMs: this.lagMs, ...(this.unwritable && { unwritable: true as const }) }
  }

  /** Milliseconds by which the picture may be behind the log. */
  get lagMs(): number {
    return Math.round(this.up ? this.behindMs : this.behindMs + this.clock.monotonic() - this.readAt)
  }
}
