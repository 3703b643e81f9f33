import type { EntryId } from '../../shared/words/entryId.ts'
import { Redis } from 'ioredis'
import { reportIncident } from './reportIncident.ts'

const TURN_MS = 20

/** A foreign program that reports matters by XADD, so many a second, and never pauses: what Redis does not take is gone, the next one is tried. */
export class StreamProducer implements AsyncDisposable {
  /** What Redis has answered, by subject. */
  readonly taken = new Map<string, EntryId>()
  /** The longest time in which it tried nothing, ms. */
  longestPauseMs = 0
  private readonly redis: Redis
  private readonly timer: NodeJS.Timeout
  private readonly under = new Set<Promise<void>>()
  private tried = 0
  private triedAt = performance.now()

  constructor(url: string, perSecond: number, private readonly prefix = 'P') {
    this.redis = new Redis(url, { maxRetriesPerRequest: 0, enableOfflineQueue: false, retryStrategy: () => TURN_MS })
    this.redis.on('error', () => {})
    this.timer = setInterval(() => this.turn(Math.ceil(perSecond * TURN_MS / 1000)), TURN_MS)
  }

  /** Ends, when everything that was tried is answered. */
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.timer)
    await Promise.all(this.under)
    this.redis.disconnect()
  }

  private turn(count: number): void {
    const now = performance.now()
    this.longestPauseMs = Math.max(this.longestPauseMs, now - this.triedAt)
    this.triedAt = now
    for (let i = 0; i < count; i++) {
      const subject = `${this.prefix}${this.tried++}`
      const adding = this.redis.xadd('{152921}:incident', '*', 'type', 'incident.reported', 'subject', subject, 'data', JSON.stringify(reportIncident(subject).data))
        .then(id => void (id !== null && this.taken.set(subject, id)), () => {})
        .finally(() => this.under.delete(adding))
      this.under.add(adding)
    }
  }
}
