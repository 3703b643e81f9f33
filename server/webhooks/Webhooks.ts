import type { AliasOf } from '../../shared/words/publicId.ts'
import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { EventLog, Fence } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Projection } from '../projection/Projection.ts'
import type { Told } from './Cursors.ts'
import type { WebhookLimits } from './limits.ts'
import type { Target } from './Target.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { pause } from '../clock.ts'
import { Cursors } from './Cursors.ts'
import { DeadLetters } from './DeadLetters.ts'
import { Lane } from './Lane.ts'
import { WEBHOOK_LIMITS } from './limits.ts'
import { Poster } from './Poster.ts'
import { Slots } from './Slots.ts'
import { Unlawful } from './Unlawful.ts'

const LEASE = 'webhooks'
const LEASE_MS = 10_000
const TURN_MS = 2000
/** How long a lane that has told everything waits before it looks again. */
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
  /** Names this server among those on the same log. */
  holder: string
  /** A number from 0 to 1, another one each time. */
  chance: () => number
  limits?: Partial<WebhookLimits>
}

/** Tells addresses outside of events, while this server holds the lease for it (H1–H6). */
export class Webhooks {
  readonly lanes: readonly Lane[]
  private readonly unlawful: Unlawful
  private readonly cursors: Cursors
  private readonly limits: WebhookLimits
  private readonly stop = new AbortController()
  private tenure: AbortController | undefined
  private readonly running: Promise<void>

  constructor(private readonly parts: Parts) {
    const { log, clock, projection, dataDir, targets } = parts
    const limits = this.limits = { ...WEBHOOK_LIMITS, ...parts.limits }
    const slots = new Slots(limits.concurrent)
    const unlawful = this.unlawful = new Unlawful(log)
    this.cursors = new Cursors(log)
    this.lanes = targets.map(target => new Lane({ ...parts, target, limits, slots, unlawful, dead: new DeadLetters(dataDir, target.name), poster: new Poster(target, clock, limits.timeoutMs) }))
    // A log that went backwards is looked at anew: how far its targets were told may lie behind its end.
    projection.listen({ rejected: entry => unlawful.add(entry), wentBack: () => this.tenure?.abort(), restarted: () => unlawful.clear() })
    this.running = targets.length > 0 ? this.run() : Promise.resolve()
  }

  /** Keeps how far it came, and lets another server send. */
  async end(): Promise<void> {
    this.stop.abort()
    await this.running
    for (const { parts: { poster } } of this.lanes)
      poster.end()
  }

  private async run(): Promise<void> {
    const { log, clock, logger, projection, holder } = this.parts
    const { signal } = this.stop
    await Promise.race([projection.caughtUp(), aborted(signal)])
    while (!signal.aborted) {
      try {
        const lease = await log.acquireLease(LEASE, holder, LEASE_MS)
        if (lease)
          await this.lead({ lease: LEASE, token: lease.token })
      }
      catch (error) {
        logger.debug({ err: error }, 'webhooks cannot be sent now')
      }
      await pause(clock, TURN_MS, signal)
    }
  }

  /** Sends until stopped, or until the lease is lost or cannot be renewed; then keeps how far it came, if it still may. */
  private async lead(fence: Fence): Promise<void> {
    const { log, holder } = this.parts
    const kept = await this.cursors.load()
    for (const lane of this.lanes)
      await lane.begin(kept[lane.parts.target.name] ?? {})
    const [oldest] = this.lanes.map(lane => lane.oldest!).sort(compareEntryIds)
    await this.unlawful.load(oldest!)
    const tenure = this.tenure = new AbortController()
    const stopped = () => tenure.abort()
    this.stop.signal.addEventListener('abort', stopped)
    if (this.stop.signal.aborted)
      tenure.abort()
    try {
      await Promise.all([...this.lanes.map(lane => this.follow(lane, tenure)), this.hold(fence, tenure), this.keepOften(fence, tenure)])
    }
    finally {
      tenure.abort()
      this.stop.signal.removeEventListener('abort', stopped)
    }
    if (await this.cursors.keep(this.told(), fence))
      await log.releaseLease(LEASE, holder)
  }

  private async follow(lane: Lane, tenure: AbortController): Promise<void> {
    const { clock, logger, projection } = this.parts
    while (!tenure.signal.aborted) {
      if (!projection.ready || !lane.isBehind) {
        await pause(clock, LOOK_MS, tenure.signal)
        continue
      }
      try {
        await lane.advance(tenure.signal)
      }
      catch (error) {
        logger.debug({ err: error, target: lane.parts.target.name }, 'what a webhook is to be told of cannot be read now')
        await pause(clock, TURN_MS, tenure.signal)
      }
    }
  }

  /** Renews the lease, and ends the tenure when it is another's or may have run out. */
  private async hold({ token }: Fence, tenure: AbortController): Promise<void> {
    const { log, clock, holder } = this.parts
    let until = clock.monotonic() + LEASE_MS - TURN_MS
    for (;;) {
      await pause(clock, TURN_MS, tenure.signal)
      if (tenure.signal.aborted)
        return
      const asked = clock.monotonic()
      const lease = await log.acquireLease(LEASE, holder, LEASE_MS).catch(() => 'unknown' as const)
      if (lease !== 'unknown' && lease?.token !== token)
        return tenure.abort()
      if (lease !== 'unknown')
        until = asked + LEASE_MS - TURN_MS
      else if (clock.monotonic() >= until)
        return tenure.abort()
    }
  }

  private async keepOften(fence: Fence, tenure: AbortController): Promise<void> {
    let before = JSON.stringify(this.told())
    while (!tenure.signal.aborted) {
      await pause(this.parts.clock, this.limits.keepEveryMs, tenure.signal)
      const told = this.told()
      const text = JSON.stringify(told)
      if (text === before)
        continue
      // A log that is away is tried again; only another holder ends the tenure.
      const kept = await this.cursors.keep(told, fence).catch(() => undefined)
      if (kept === false)
        tenure.abort()
      if (kept)
        before = text
    }
  }

  private told(): Record<string, Told> {
    return Object.fromEntries(this.lanes.map(({ told, parts: { target } }) => [target.name, { ...told }]))
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve()))
}
