import type { FanoutLimits } from './limits.ts'
import type { LiveSession } from './LiveSession.ts'
import type { Pipes } from './Room.ts'
import type { Positions } from './Positions.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { WanggeEvent } from '../../shared/events/event.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { Touched } from '../../shared/projection/Touched.ts'
import type { Cancel, Clock } from '../clock.ts'
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

interface Parts {
  projection: Projection
  positions: Positions
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

  /** Brings a room's members up to where the projection stands. */
  flush(room: Room, extra: Pick<Frame, 'digest' | 'log'> = {}): void {
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
    this.count(room.members.size, pendingBytes + 200)
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
    const item = new RingItem(event, grids, bytes + 300, this.parts.clock.monotonic())
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
    for (const room of this.rooms.values()) {
      if (room.pending.length > 0)
        this.flush(room)
    }
    this.sendMoved(began)
    this.pace = paced(this.pace, began, clock.monotonic())
  }

  /** Each second: a frame for everybody, empty or not (P8, P9). */
  private beat(): void {
    const { projection, health } = this.parts
    if (!projection.ready)
      return
    this.beats++
    const log = health.said
    for (const room of this.rooms.values()) {
      this.flush(room, this.beats % DIGEST_BEATS === 0 ? { digest: projection.state.digest.of(room.scope.region), log } : { log })
    }
    this.sendMoved(this.parts.clock.monotonic())
    this.dropEmptyRooms()
  }

  /** The newest positions of those who moved, if the last ones have had their rest (P11). */
  private sendMoved(now: number): void {
    const { positions } = this.parts
    if (positions.waiting === 0 || now - this.positionsSentAt < positionsGapMs(positions.waiting))
      return
    this.positionsSentAt = now
    const moved = positions.takeMoved()
    for (const room of this.rooms.values()) {
      if (room.members.size > 0)
        this.sendPositions(room, moved)
    }
  }

  private sendPositions(room: Room, moved: ReadonlySet<string>): void {
    const { positions, projection, clock } = this.parts
    const seen = positions.seen(projection.state, room.scope.audience, grid => room.hasGrid(grid), clock.now(), moved)
    if (seen.length === 0)
      return
    // Not `volatile`: straight after a frame no transport is writable, and a reader that is well would miss them too.
    const behind = [...room.members].filter(({ window }) => window.isHalfFull)
    room.send({ from: room.cursor, to: room.cursor, at: clock.now(), events: [], positions: seen }, behind)
    this.count(room.members.size - behind.length, seen.length * 110)
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
