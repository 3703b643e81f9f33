import type { AliasOf } from '../../shared/words/publicId.ts'
import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Projection } from '../projection/Projection.ts'
import type { Office } from '../tenure/Office.ts'
import type { Term } from '../tenure/Term.ts'
import type { Told } from './Cursors.ts'
import type { WebhookLimits } from './limits.ts'
import type { Target } from './Target.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { pause } from '../clock.ts'
import { Cursors } from './Cursors.ts'
import { DeadLetters } from './DeadLetters.ts'
import { TargetFeed } from './TargetFeed.ts'
import { WEBHOOK_LIMITS } from './limits.ts'
import { Poster } from './Poster.ts'
import { Slots } from '../Slots.ts'
import { Unlawful } from './Unlawful.ts'

const RETRY_MS = 2000
/** How long a feed that has told everything waits before it looks again. */
const LOOK_MS = 100

interface Parts {
  log: EventLog
  clock: Clock
  logger: Logger
  projection: Projection
  places: Places
  aliasOf: AliasOf
  targets: readonly Target[]
  dataDir: string
  /** A number from 0 to 1, another one each time. */
  chance: () => number
  limits?: Partial<WebhookLimits>
}

/** Tells addresses outside of events (H1–H6): an office, held by one server of all on a log that have targets. */
export class Webhooks implements Office {
  readonly feeds: readonly TargetFeed[]
  private readonly unlawful: Unlawful
  private readonly cursors: Cursors
  private readonly limits: WebhookLimits
  private readonly stop = new AbortController()
  private run: AbortController | undefined
  private leading = Promise.resolve()

  constructor(private readonly parts: Parts) {
    const { log, clock, projection, dataDir, targets } = parts
    const limits = this.limits = { ...WEBHOOK_LIMITS, ...parts.limits }
    const slots = new Slots(limits.concurrent)
    const unlawful = this.unlawful = new Unlawful(log)
    this.cursors = new Cursors(log)
    this.feeds = targets.map(target => new TargetFeed({ ...parts, target, limits, slots, unlawful, dead: new DeadLetters(dataDir, target.name), poster: new Poster(target, clock, limits.timeoutMs) }))
    // A log that went backwards is looked at anew: how far its targets were told may lie behind its end.
    projection.listen({ rejected: entry => unlawful.add(entry), wentBack: () => this.run?.abort(), restarted: () => unlawful.clear() })
  }

  take(term: Term): void {
    this.leading = this.leading.then(() => this.lead(term))
  }

  /** Sends no more, and keeps how far it came. */
  async end(): Promise<void> {
    this.stop.abort()
    await this.leading
    for (const { parts: { poster } } of this.feeds)
      poster.end()
  }

  private async lead(term: Term): Promise<void> {
    const { clock, logger, projection } = this.parts
    const over = AbortSignal.any([term.signal, this.stop.signal])
    while (!over.aborted) {
      try {
        await Promise.race([projection.caughtUp(), aborted(over)])
        await this.send(term, over)
      }
      catch (error) {
        logger.debug({ err: error }, 'webhooks cannot be sent now')
        await pause(clock, RETRY_MS, over)
      }
    }
  }

  /** Sends until the term is over or the log is another one; then keeps how far it came, if it still may. */
  private async send(term: Term, over: AbortSignal): Promise<void> {
    const kept = await this.cursors.load()
    for (const feed of this.feeds)
      await feed.begin(kept[feed.parts.target.name] ?? {})
    const [oldest] = this.feeds.map(feed => feed.oldest!).sort(compareEntryIds)
    await this.unlawful.load(oldest!)
    const run = this.run = new AbortController()
    const signal = AbortSignal.any([over, run.signal])
    try {
      await Promise.all([...this.feeds.map(feed => this.follow(feed, term, signal)), this.keepOften(term, signal)])
    }
    finally {
      run.abort()
    }
    await this.keep(term, this.told())
  }

  private async follow(feed: TargetFeed, term: Term, signal: AbortSignal): Promise<void> {
    const { clock, logger, projection } = this.parts
    while (!signal.aborted) {
      if (!projection.ready || !term.fence || !feed.isBehind) {
        await pause(clock, LOOK_MS, signal)
        continue
      }
      try {
        await feed.advance(signal)
      }
      catch (error) {
        logger.debug({ err: error, target: feed.parts.target.name }, 'what a webhook is to be told of cannot be read now')
        await pause(clock, RETRY_MS, signal)
      }
    }
  }

  private async keepOften(term: Term, signal: AbortSignal): Promise<void> {
    let before = JSON.stringify(this.told())
    while (!signal.aborted) {
      await pause(this.parts.clock, this.limits.keepEveryMs, signal)
      const told = this.told()
      const text = JSON.stringify(told)
      // A log that is away is tried again; only another holder ends the term.
      if (text !== before && await this.keep(term, told).catch(() => false))
        before = text
    }
  }

  private async keep(term: Term, told: Record<string, Told>): Promise<boolean> {
    const { fence } = term
    const kept = fence !== undefined && await this.cursors.keep(told, fence)
    if (fence && !kept)
      term.end()
    return kept
  }

  private told(): Record<string, Told> {
    return Object.fromEntries(this.feeds.map(({ told, parts: { target } }) => [target.name, { ...told }]))
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve()))
}
