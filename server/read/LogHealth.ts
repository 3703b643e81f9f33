import type { Frame } from '../../shared/protocol/frame.ts'
import type { Clock } from '../clock.ts'
import type { WriteObserver } from '../log/watchWrites.ts'

type Said = NonNullable<Frame['log']>

/** Whether the log is read and takes writes, how far behind it the reader is, and what else makes the picture less than it looks. */
export class LogHealth implements WriteObserver {
  up = false
  /** What went wrong last, in words for people; empty while it is up. */
  reason = 'the log has not been read yet'
  /** Why the last write of anybody was refused, in words for people; empty after one that went well. */
  unwritable = ''
  /** Writes refused since the start. */
  refusals = 0
  /** A clock that cannot be right: this server's against the log's, or the log's newest entries against both; by how many milliseconds. */
  clock: Said['clock']
  /** Why the log's home may not keep what it holds, in words for people; empty where it keeps all. */
  unfit = ''
  /** What the log lost that nobody has signed for yet; the loss book sets it. */
  loss: Said['loss']
  private behindMs = 0
  private readAt: number
  private writeHeardAt = -Infinity

  constructor(private readonly time: Pick<Clock, 'monotonic'>) {
    this.readAt = time.monotonic()
  }

  /** A read answered; `behindMs` is 0 when nothing more waited. */
  answered(behindMs: number): void {
    this.up = true
    this.reason = ''
    this.behindMs = behindMs
    this.readAt = this.time.monotonic()
  }

  failed(reason: string): void {
    this.up = false
    this.reason = reason
  }

  wrote(): void {
    this.unwritable = ''
    this.writeHeardAt = this.time.monotonic()
  }

  refused(reason: string): void {
    this.unwritable = reason
    this.refusals++
    this.writeHeardAt = this.time.monotonic()
  }

  /** Milliseconds since a write went well or was refused. */
  get unprovenMs(): number {
    return this.time.monotonic() - this.writeHeardAt
  }

  /** In a word: `down` only where it cannot be read. */
  get word(): 'up' | 'read-only' | 'down' {
    if (!this.up)
      return 'down'
    return this.unwritable ? 'read-only' : 'up'
  }

  /** What a frame says of it. */
  get said(): Said {
    return {
      up: this.up,
      lagMs: this.lagMs,
      ...(this.unwritable && { unwritable: true as const }),
      ...(this.clock && { clock: this.clock }),
      ...(this.unfit && { unfit: true as const }),
      ...(this.loss && { loss: this.loss }),
    }
  }

  /** Milliseconds by which the picture may be behind the log. */
  get lagMs(): number {
    return Math.round(this.up ? this.behindMs : this.behindMs + this.time.monotonic() - this.readAt)
  }
}
