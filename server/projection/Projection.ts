import type { Basis } from '../../shared/domain/basis.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { State } from '../../shared/state/State.ts'
import type { Touched } from '../../shared/kernel/Touched.ts'
import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EntryHash } from '../log/entryHash.ts'
import type { FoundGap } from '../log/archivePlan.ts'
import type { Entry } from '../log/EventLog.ts'
import type { Standing } from '../log/standing.ts'
import type { EntryRead } from '../read/EntryRead.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { fold } from '../../shared/state/fold.ts'
import { startOf, toCursor } from '../../shared/protocol/LogPosition.ts'
import { byStream } from '../../shared/words/byStream.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { hashOf } from '../log/standing.ts'
import { Tally } from './Tally.ts'

/** Told of what happens to the state, at once and in order. `bytes` is the size of the event's data in the log. */
export interface ProjectionListener {
  applied?: (event: WanggeEvent, touched: Touched, bytes: number) => void
  rejected?: (entry: Entry, refusal: Refusal) => void
  /** A batch has been taken; `caughtUp` when nothing more waits in the log. */
  taken?: (caughtUp: boolean) => void
  /** The log went backwards or is another one: what is known may be of entries that do not stand, nothing of it may be kept or acted on. */
  wentBack?: () => void
  /** The state is another one: what was known of the old one, which is given, means nothing any more. */
  restarted?: (before: Pick<Start, 'state' | 'position'>) => void
}

/** What a projection starts from: empty, or a checkpoint. */
export interface Start {
  state: State
  position: LogPosition
  /** Hash of the entry at the position, of each stream of which any was read. */
  stands: Partial<Record<StreamName, EntryHash>>
  heard: Record<StreamName, number>
  /** What could be read nowhere when this was folded. */
  missing?: readonly FoundGap[]
}

/** Holds the state of a district and where in the log it stands. It alone folds. */
export class Projection {
  state: State
  position: LogPosition
  /** The last entries taken, by which the log proves that it is still the one that was folded. */
  stands: Record<string, Standing>
  /** When the newest entry of each stream reached the log, epoch ms; 0 for never. */
  heard: Record<StreamName, number>
  tally = new Tally()
  /** Whether the end of the log has been reached since the last start. */
  ready = false
  /** Entries taken since the last start. */
  taken = 0
  /** What could be read nowhere any more, so that the state is less than what happened. */
  missing: readonly FoundGap[]
  /** What is taken now was told of as rejected when it came. */
  private judged = false
  private readonly listeners: ProjectionListener[] = []
  private whenReady: (() => void)[] = []

  constructor({ state, position, stands, heard, missing = [] }: Start) {
    this.state = state
    this.position = position
    this.stands = { ...stands }
    this.heard = heard
    this.missing = missing
  }

  get cursor(): string {
    return toCursor(this.position)
  }

  /** What {@link stands} says, to be kept or handed on. */
  hashes(): Record<string, EntryHash> {
    return Object.fromEntries(Object.entries(this.stands).map(([stream, seen]) => [stream, hashOf(seen)]))
  }

  listen(listener: ProjectionListener): void {
    this.listeners.push(listener)
  }

  /** `archived` entries were judged, and where they were rejected copied, when they came. */
  take(batch: readonly EntryRead[], caughtUp: boolean, archived = false): void {
    this.judged = archived
    for (const read of batch)
      this.takeOne(read)
    for (const read of newestOfEach(batch)) {
      // What was too large to be read is not read for its proof either: the next entry proves it.
      if (read.outcome === 'rejected' && read.refusal.reason === 'too-large')
        delete this.stands[read.entry.stream]
      else
        this.stands[read.entry.stream] = read.entry.fields
    }
    this.taken += batch.length
    if (caughtUp && !this.ready) {
      this.ready = true
      this.whenReady.splice(0).forEach(resolve => resolve())
    }
    for (const listener of this.listeners)
      listener.taken?.(caughtUp)
  }

  /** What is known may be of entries that do not stand any more: not ready, until a restart has reached the end of the log. */
  doubt(): void {
    this.ready = false
    for (const listener of this.listeners)
      listener.wentBack?.()
  }

  /** Goes on from another state: after the log went backwards, or became another one. */
  restart({ state, position, stands, heard, missing = [] }: Start): void {
    const before = { state: this.state, position: this.position }
    this.state = state
    this.position = position
    this.stands = { ...stands }
    this.heard = heard
    this.missing = missing
    this.tally = new Tally()
    this.ready = false
    this.taken = 0
    for (const listener of this.listeners)
      listener.restarted?.(before)
  }

  /** Notes what can be read nowhere; the fold goes on behind it. */
  miss(gap: FoundGap): void {
    this.missing = [...this.missing, gap]
  }

  /** Resolves once the end of the log has been reached. */
  caughtUp(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise(resolve => this.whenReady.push(resolve))
  }

  private takeOne(read: EntryRead): void {
    const { entry } = read
    const stream = entry.stream as StreamName
    this.position.last[stream] = entry.id
    this.heard[stream] = entryMs(entry.id)
    if (read.outcome === 'event')
      this.foldOne(entry, read.event)
    else if (read.outcome === 'rejected')
      this.reject(entry, read.refusal)
    else
      this.tally.leave(entry, read.type)
  }

  private foldOne(entry: Entry, event: WanggeEvent): void {
    const folded = fold(this.state, event)
    if (folded.outcome === 'applied') {
      for (const listener of this.listeners)
        listener.applied?.(event, folded.touched, entry.fields.data!.length)
    }
    else if (folded.outcome === 'rejected') {
      this.reject(entry, folded.refusal)
    }
    else {
      this.tally.leave(entry, event.type)
    }
  }

  private reject(entry: Entry, refusal: Refusal): void {
    if (this.judged)
      return
    this.tally.reject(entry, refusal)
    for (const listener of this.listeners)
      listener.rejected?.(entry, refusal)
  }
}

/** Before the first entry of a log. */
export function emptyStart(basis: Basis, epoch: string): Start {
  return { state: emptyState(basis), position: startOf(epoch), stands: {}, heard: byStream(() => 0) }
}

/** The last entry of each stream in a batch. */
function newestOfEach(batch: readonly EntryRead[]): Iterable<EntryRead> {
  const newest = new Map<string, EntryRead>()
  for (let i = batch.length - 1; i >= 0 && newest.size < STREAMS.length; i--) {
    if (!newest.has(batch[i]!.entry.stream))
      newest.set(batch[i]!.entry.stream, batch[i]!)
  }
  return newest.values()
}
