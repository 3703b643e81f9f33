import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { RefetchReason } from '../../shared/protocol/refetch.ts'
import type { Refused } from '../../shared/protocol/refused.ts'
import type { Scope, Subscribe } from '../../shared/protocol/subscribe.ts'
import type { Cancel } from '../clock.ts'
import type { Fanout } from './Fanout.ts'
import type { LiveSession } from './LiveSession.ts'
import type { Room } from './Room.ts'
import { FOLD_VERSION } from '../../shared/state/foldVersion.ts'
import { subscribe } from '../../shared/protocol/subscribe.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import { catchUp } from './catchUp.ts'
import { countIn } from './FanoutCounts.ts'
import { restMs } from './pace.ts'
import { resumeVerdict, ringWins } from './resumeVerdict.ts'

/** Those who come back within it share a frame. */
const GATHER_MS = 5
/** A client that is ahead of this server, but not of the log, is waited for. */
const AHEAD_MS = 2000
const RETRY_MS = 50

type CatchingUp = Extract<LiveSession['state'], { state: 'catching-up' }>

/** Answers subscriptions in three phases: awaiting, catching up, live (P3–P6). */
export class Subscriptions {
  private readonly waiting = new Set<LiveSession>()
  private next: Cancel | undefined
  /** By the monotonic clock: no frame for those who come back sooner. */
  private notBefore = -Infinity

  /** @param basePath before every address of this server, such as `/wangge` */
  constructor(private readonly fanout: Fanout, private readonly stateBytes: (scope: Scope) => number | undefined, private readonly basePath: string) {
    fanout.parts.projection.listen({ taken: () => this.waiting.size > 0 && this.gather() })
  }

  /** A message of the name `subscribe`, not yet parsed. */
  ask(session: LiveSession, message: unknown): void {
    const parsed = subscribe.safeParse(message)
    if (!parsed.success) {
      const protocol: unknown = (message as { protocol?: unknown } | null)?.protocol
      if (typeof protocol === 'number' && protocol !== PROTOCOL_VERSION)
        return this.refuse(session, { reason: 'other-protocol', message: `This server speaks protocol ${PROTOCOL_VERSION}.` })
      const { path, message: wrong } = parsed.error.issues[0]!
      return this.refuse(session, { reason: 'bad-request', message: `${path.join('.')}: ${wrong}` })
    }
    if (this.fanout.parts.projection.state.index.region(parsed.data.scope.region) < 0)
      return this.refuse(session, { reason: 'unknown-region', message: 'No grid of this district lies in that region.' })
    session.leave()
    session.served = true
    session.state = { state: 'catching-up', asked: parsed.data, since: this.fanout.parts.clock.monotonic() }
    this.waiting.add(session)
    this.gather()
  }

  refuse(session: LiveSession, refused: Refused): void {
    countIn(this.fanout.counts.refused, refused.reason)
    session.socket.emit('refused', refused)
  }

  /** The state became another one: all must fetch it (P13). */
  refetchAll(sessions: Iterable<LiveSession>): void {
    for (const session of sessions) {
      if (session.state.state === 'live')
        this.refetch(session, session.state.room.scope, 'other-epoch')
    }
  }

  forget(session: LiveSession): void {
    this.waiting.delete(session)
  }

  end(): void {
    this.next?.()
  }

  private gather(): void {
    this.soon(Math.max(GATHER_MS, this.notBefore - this.fanout.parts.clock.monotonic()))
  }

  private soon(ms: number): void {
    this.next ??= this.fanout.parts.clock.after(ms, () => {
      this.next = undefined
      this.serve()
    })
  }

  private serve(): void {
    const { projection, clock } = this.fanout.parts
    if (!projection.ready)
      return
    const groups = new Map<string, { scope: Scope; from: LogPosition; cursor: string; sessions: LiveSession[] }>()
    for (const session of this.waiting) {
      const state = session.state as CatchingUp
      const { scope, cursor } = state.asked
      const verdict = this.judge(state.asked)
      if (verdict.verdict === 'resumed') {
        const key = `${scope.audience}:${scope.region}:${cursor}`
        const group = groups.get(key) ?? { scope, from: verdict.from, cursor: cursor!, sessions: [] }
        groups.set(key, group)
        group.sessions.push(session)
      }
      else if (verdict.because === 'ahead' && clock.monotonic() - state.since < AHEAD_MS) {
        continue
      }
      else {
        this.refetch(session, scope, verdict.because)
      }
      this.waiting.delete(session)
    }
    const began = clock.monotonic()
    for (const { scope, from, cursor, sessions } of groups.values())
      this.resume(scope, from, cursor, sessions)
    const now = clock.monotonic()
    this.notBefore = now + restMs(now - began)
    if (this.waiting.size > 0)
      this.soon(RETRY_MS)
  }

  private judge(asked: Subscribe) {
    const { ring, parts: { projection } } = this.fanout
    return resumeVerdict(asked, { position: projection.position, fold: FOLD_VERSION, reaches: position => ring.reaches(position) })
  }

  private resume(scope: Scope, from: LogPosition, cursor: string, sessions: LiveSession[]): void {
    const room = this.fanout.room(scope)
    if (!room) {
      sessions.forEach((session) => {
        session.state = { state: 'awaiting', since: this.fanout.parts.clock.monotonic() }
        this.refuse(session, { reason: 'too-many', message: 'Too many scopes are served at once.' })
      })
      return
    }
    this.fanout.flush(room)
    const { frame, bytes, missedForMs } = catchUp(this.fanout, room, from, cursor)
    if (!ringWins({ bytes, forMs: missedForMs, stateBytes: this.stateBytes(scope), most: this.fanout.parts.limits.catchUpBytes })) {
      sessions.forEach(session => this.refetch(session, scope, 'too-old'))
      return
    }
    for (const [pipe, group] of byPipe(sessions)) {
      const ids = group.map(session => session.socket.id)
      pipe.to(ids).emit('resumed', { cursor })
      pipe.to(ids).emit('frame', frame)
    }
    this.cutOver(room, sessions)
    this.fanout.count(sessions.length, bytes)
    this.fanout.check(room)
  }

  private cutOver(room: Room, sessions: LiveSession[]): void {
    for (const session of sessions) {
      countIn(this.fanout.counts.verdicts, 'resumed')
      room.join(session)
    }
  }

  private refetch(session: LiveSession, { audience, region }: Scope, because: RefetchReason): void {
    session.leave()
    session.state = { state: 'awaiting', since: this.fanout.parts.clock.monotonic() }
    countIn(this.fanout.counts.verdicts, because)
    session.socket.emit('refetch', { because, href: `${this.basePath}/api/v1/state?audience=${audience}&region=${region}` })
  }
}

function byPipe(sessions: readonly LiveSession[]): Map<LiveSession['socket']['nsp'], LiveSession[]> {
  const groups = new Map<LiveSession['socket']['nsp'], LiveSession[]>()
  for (const session of sessions) {
    const { nsp } = session.socket
    groups.set(nsp, [...groups.get(nsp) ?? [], session])
  }
  return groups
}
