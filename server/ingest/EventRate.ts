import type { Clock } from '../clock.ts'
import { Recent } from '../../shared/words/Recent.ts'

const CLIENTS_REMEMBERED = 10_000

interface Bucket { tokens: number; at: number }

/** Events a second that each client may send, by tokens: a burst may use up what was saved, by default that of the last two seconds. */
export class EventRate {
  private readonly buckets = new Recent<string, Bucket>(CLIENTS_REMEMBERED)

  constructor(private readonly perSecond: number, private readonly clock: Pick<Clock, 'monotonic'>, private readonly burst = perSecond * 2) {}

  /** Whether a client may send now; answers 0, or the seconds to wait. */
  secondsToWait(client: string): number {
    const { tokens } = this.bucket(client)
    return tokens > 0 ? 0 : Math.ceil((1 - tokens) / this.perSecond)
  }

  /** What came in is paid for afterwards: a batch may go into debt, and is then waited for. */
  spend(client: string, events: number): void {
    this.bucket(client).tokens -= events
  }

  private bucket(client: string): Bucket {
    const now = this.clock.monotonic()
    const most = this.burst
    const known = this.buckets.get(client)
    const bucket = known ?? { tokens: most, at: now }
    bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / 1000 * this.perSecond)
    bucket.at = now
    this.buckets.set(client, bucket)
    return bucket
  }
}
