import type { WanggeEvent } from '../../shared/state/event.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { AliasOf } from '../../shared/words/publicId.ts'
import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { Entry, EventLog } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import type { Told } from './Cursors.ts'
import type { DeadLetters } from './DeadLetters.ts'
import type { WebhookLimits } from './limits.ts'
import type { Poster, Posted } from './Poster.ts'
import type { Slots } from '../Slots.ts'
import type { Target } from './Target.ts'
import type { Unlawful } from './Unlawful.ts'
import { streamOf } from '../../shared/state/eventTypes.ts'
import { isStream } from '../../shared/words/isStream.ts'
import { compareEntryIds, entryMs } from '../../shared/words/entryId.ts'
import { pause } from '../clock.ts'
import { byteBound } from '../log/byteBound.ts'
import { nextEntryId } from '../log/nextEntryId.ts'
import { readEntry } from '../read/readEntry.ts'
import { backoffMs } from '../../shared/words/time/backoffMs.ts'
import { isWanted } from './isWanted.ts'
import { toCloudEvent } from './toCloudEvent.ts'

const BATCH = 100
/** At least so many attempts before an old event is given up: its receiver may just have come back. */
const FEWEST_ATTEMPTS = 3

interface Parts {
  target: Target
  log: Pick<EventLog, 'range' | 'bounds'>
  clock: Clock
  projection: Projection
  places: Places
  aliasOf: AliasOf
  unlawful: Unlawful
  dead: DeadLetters
  poster: Poster
  slots: Slots
  limits: WebhookLimits
  chance: () => number
}

/** One target: what it has been told, and telling it more, one event after the other. */
export class TargetFeed {
  readonly told: Told = {}
  delivered = 0
  failures = 0
  lastDelivered: string | undefined
  lastFailure: { at: string; reason: string } | undefined
  private readonly streams: readonly StreamName[]
  private readonly bytes = byteBound()

  constructor(readonly parts: Parts) {
    this.streams = [...new Set([...parts.target.types].map(type => streamOf(type)!))]
  }

  /** Goes on from what is kept; a stream of which nothing is kept is told from now on, one that is shorter than that from its end. */
  async begin(kept: Told): Promise<void> {
    // Of a stream that a later build folds it is handed on as it is: that build goes on there.
    for (const [stream, entry] of Object.entries(kept)) {
      if (!isStream(stream))
        this.told[stream as StreamName] = entry
    }
    for (const stream of this.streams) {
      const last = (await this.parts.log.bounds(stream))?.last ?? '0-0'
      const known = kept[stream]
      this.told[stream] = known === undefined || compareEntryIds(known, last) > 0 ? last : known
    }
  }

  /** The oldest entry that this target has been told of last; undefined before it began. */
  get oldest(): EntryId | undefined {
    return this.streams.flatMap(stream => this.told[stream] ?? []).sort(compareEntryIds)[0]
  }

  /** Whether this server knows of entries that the target has not been told of, wanted or not. */
  get isBehind(): boolean {
    const { position } = this.parts.projection
    return this.streams.some(stream => this.told[stream] !== undefined && compareEntryIds(this.told[stream], position.last[stream]) < 0)
  }

  /** Tells what is known here and not yet told, at most a batch of each stream; ends early when aborted. */
  async advance(signal: AbortSignal): Promise<void> {
    for (const entry of await this.batch()) {
      if (!await this.tell(entry, signal))
        return
      this.told[entry.stream as StreamName] = entry.id
    }
  }

  /** Entries that have been folded here, oldest first: what is lawful is known of them. */
  private async batch(): Promise<Entry[]> {
    const { log, projection } = this.parts
    const pages = await Promise.all(this.streams
      .map(stream => ({ stream, from: nextEntryId(this.told[stream]!), to: projection.position.last[stream] }))
      .filter(({ from, to }) => compareEntryIds(from, to) <= 0)
      .map(({ stream, from, to }) => this.bytes.untilItComes(most => log.range(stream, from, to, BATCH, most))))
    return pages.flat().sort((a, b) => compareEntryIds(a.id, b.id))
  }

  private async tell(entry: Entry, signal: AbortSignal): Promise<boolean> {
    const { target, places, projection, unlawful } = this.parts
    const read = readEntry(entry, places)
    return read.outcome !== 'event' || unlawful.has(entry) || !isWanted(read.event, target, projection.state) || this.deliver(read.event, signal)
  }

  /** Until it is taken or given up (true), or aborted (false). */
  private async deliver(event: WanggeEvent, signal: AbortSignal): Promise<boolean> {
    const { target, clock, projection, poster, slots, dead, limits, chance } = this.parts
    const cloudEvent = toCloudEvent(event, target.audience, projection.state.basis.code, this.parts.aliasOf)
    const body = JSON.stringify(cloudEvent)
    let refusals = 0
    for (let attempts = 1; !signal.aborted; attempts++) {
      const posted = await slots.run(() => poster.post(body, signal))
      if (signal.aborted && posted.outcome !== 'taken')
        return false
      const at = new Date(clock.now()).toISOString()
      if (posted.outcome === 'taken') {
        this.delivered++
        this.lastDelivered = at
        return true
      }
      this.failures++
      this.lastFailure = { at, reason: posted.reason }
      refusals += posted.outcome === 'refused' ? 1 : 0
      const isOld = attempts >= FEWEST_ATTEMPTS && clock.now() - entryMs(event.entry) > limits.giveUpMs
      if ((refusals >= limits.refusals || isOld) && dead.add(cloudEvent, { at, reason: posted.reason, attempts }))
        return true
      await pause(clock, waitMs(posted, attempts, limits, chance), signal)
    }
    return false
  }
}

function waitMs(posted: Posted, attempts: number, limits: WebhookLimits, chance: () => number): number {
  return Math.max(backoffMs({ firstMs: limits.firstPauseMs, mostMs: limits.longestPauseMs }, attempts, chance()), posted.outcome === 'taken' ? 0 : posted.waitMs ?? 0)
}
