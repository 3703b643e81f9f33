import type { FanoutLimits } from './limits.ts'
import type { LiveSession } from './LiveSession.ts'
import type { Pipes } from './Room.ts'
import type { Positions } from './Positions.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { Touched } from '../../shared/kernel/Touched.ts'
import type { AliasOf } from '../../shared/words/publicId.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { Projection } from '../projection/Projection.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { Pace } from './pace.ts'
import { EventRing, RingItem } from './EventRing.ts'
import { countIn, FanoutCounts } from './FanoutCounts.ts'
import { paced, positionsGapMs, waitMs } from './pace.ts'
import { Room } from './Room.ts'

const BEAT_MS = 1000
/** A read before frames that are due begins so much earlier, and lets them go with it. */
const READ_MS = 3
/** Every so many beats a frame carries the digest (P9). */
const DIGEST_BEATS = 5
/** About what a position takes as JSON. */
const POSITION_BYTES = 110

interface Parts {
  projection: Projection
  positions: Positions
  aliasOf: AliasOf
  health: LogHealth
  clock: Clock
  pipes: Pipes
  limits: FanoutLimits
}

/** Turns what the projection folds into frames for everybody who sees it, room by room (P7–P11). */
export class Fanout {
  readonly ring: EventRing
  readonly rooms = new Map<string, Room>()
  readonly counts = new FanoutCounts()
  private pace: Pace = { cost: 0, sentAt: -Infinity }
  private nextRound: Cancel | undefined
  private beats = 0
  private beatDue = false
  private positionsSentAt = -Infinity
  private readonly endBeat: Cancel

  constructor(readonly parts: Parts) {
    const { projection, clock, limits } = parts
    this.ring = new EventRing(projection.position, limits)
    projection.listen({
      applied: (event, { grids }, bytes) => this.add(event, grids, bytes),
      taken: () => this.schedule(),
      restarted: () => this.restart(),
    })
    this.endBeat = clock.every(BEAT_MS, () => this.beat())
  }

  /** The room of a scope, made on demand; undefined if there are too many already. */
  room(scope: Scope): Room | undefined {
    const { projection, pipes, limits } = this.parts
    const known = this.rooms.get(`${scope.audience}:${scope.region}`)
    if (known)
      return known
    this.dropEmptyRooms()
    if (this.rooms.size >= limits.rooms)
      return undefined
    const room = new Room(scope, projection.state, projection.cursor, pipes)
    this.rooms.set(room.name, room)
    return room
  }

  /** Brings a room's members up to where the projection stands; what is to be said beside the events goes along. */
  flush(room: Room, extra: Pick<Frame, 'digest' | 'log' | 'positions'> = {}): void {
    const { projection, clock } = this.parts
    const to = projection.cursor
    if (room.cursor === to && room.pending.length === 0 && extra.log === undefined)
      return
    const { pending: events, pendingBytes, cursor: from } = room
    room.pending = []
    room.pendingBytes = 0
    room.cursor = to
    if (room.members.size === 0)
      return
    room.send({ from, to, at: clock.now(), events, ...extra })
    this.count(room.members.size, pendingBytes + 200 + (extra.positions?.length ?? 0) * POSITION_BYTES)
    this.check(room)
  }

  /** Milliseconds until reading on makes sense: just before the next frames go, at once while nobody would get one. */
  restMs(): number {
    const wait = this.rooms.size === 0 ? 0 : waitMs(this.pace, this.parts.clock.monotonic())
    return this.nextRound ? Math.max(0, wait - READ_MS) : wait
  }

  /** Everybody has everything; for a graceful end. */
  flushAll(): void {
    for (const room of this.rooms.values())
      this.flush(room)
  }

  end(): void {
    this.endBeat()
    this.nextRound?.()
  }

  count(readers: number, bytes: number): void {
    this.counts.frames++
    this.counts.sent += readers
    this.counts.bytes += readers * bytes
  }

  /** Ends the links whose readers cannot keep up (P12). */
  check(room: Room): void {
    const now = this.parts.clock.monotonic()
    const slow: LiveSession[] = []
    for (const session of room.members) {
      if (session.window.isPassed(now))
        slow.push(session)
    }
    for (const session of slow) {
      countIn(this.counts.closed, 'consumer-too-slow')
      session.close('consumer-too-slow')
    }
  }

  private add(event: WanggeEvent, grids: Touched['grids'], bytes: number): void {
    const item = new RingItem(event, grids, bytes + 300, this.parts.clock.monotonic(), this.parts.aliasOf)
    this.ring.push(item)
    if (event.stream === 'patrol')
      this.parts.positions.note(event)
    for (const room of this.rooms.values())
      room.add(item)
  }

  private schedule(): void {
    const { clock, projection } = this.parts
    if (this.rooms.size === 0 || !projection.ready)
      return
    const wait = waitMs(this.pace, clock.monotonic())
    if (wait === 0 || (this.nextRound && wait <= READ_MS))
      this.round()
    else
      this.nextRound ??= clock.after(wait, () => this.round())
  }

  private round(): void {
    const { clock } = this.parts
    this.nextRound?.()
    this.nextRound = undefined
    const began = clock.monotonic()
    this.send(began)
    this.pace = paced(this.pace, began, clock.monotonic())
  }

  /** Each second: a frame for everybody, empty or not (P8, P9). Where one is about to go anyhow, that one says it. */
  private beat(): void {
    const { projection, clock } = this.parts
    if (!projection.ready)
      return
    this.beats++
    this.beatDue = true
    if (!this.nextRound)
      this.send(clock.monotonic())
    this.dropEmptyRooms()
  }

  /** One frame a room: its events, the newest positions if the last ones have had their rest (P11), and the heartbeat if it is due. */
  private send(now: number): void {
    const beat = this.takeBeat()
    const moved = this.takeMoved(now)
    for (const room of this.rooms.values()) {
      const positions = moved && room.members.size > 0 ? this.seen(room, moved) : []
      const behind = positions.length > 0 ? [...room.members].filter(({ window }) => window.isHalfFull) : []
      const speaks = beat !== undefined || room.pending.length > 0
      const together = speaks && positions.length > 0 && behind.length === 0
      if (speaks)
        this.flush(room, { ...beat?.(room), ...(together && { positions }) })
      if (positions.length > 0 && !together)
        this.sendPositions(room, positions, behind)
    }
  }

  /** What the heartbeat says to a room, if it is due. */
  private takeBeat(): ((room: Room) => Pick<Frame, 'digest' | 'log'>) | undefined {
    if (!this.beatDue)
      return undefined
    this.beatDue = false
    const { projection, health } = this.parts
    const log = health.said
    return this.beats % DIGEST_BEATS === 0 ? ({ scope }) => ({ digest: projection.state.digest.of(scope.region), log }) : () => ({ log })
  }

  private takeMoved(now: number): ReadonlySet<string> | undefined {
    const { positions } = this.parts
    if (positions.waiting === 0 || now - this.positionsSentAt < positionsGapMs(positions.waiting))
      return undefined
    this.positionsSentAt = now
    return positions.takeMoved()
  }

  private seen(room: Room, moved: ReadonlySet<string>): WorkerPosition[] {
    const { positions, projection, clock } = this.parts
    return positions.seen(projection.state, room.scope.audience, grid => room.hasGrid(grid), clock.now(), moved)
  }

  /** Positions alone, to all who are not behind. Not `volatile`: straight after a frame no transport is writable, and a reader that is well would miss them too. */
  private sendPositions(room: Room, positions: WorkerPosition[], behind: readonly LiveSession[]): void {
    room.send({ from: room.cursor, to: room.cursor, at: this.parts.clock.now(), events: [], positions }, behind)
    this.count(room.members.size - behind.length, positions.length * POSITION_BYTES)
  }

  private restart(): void {
    this.ring.clear(this.parts.projection.position)
    for (const room of this.rooms.values()) {
      room.pending = []
      room.pendingBytes = 0
    }
  }

  private dropEmptyRooms(): void {
    for (const [name, room] of this.rooms) {
      if (room.members.size === 0)
        this.rooms.delete(name)
    }
  }
}
