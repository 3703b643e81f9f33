import type { Server, Socket } from 'socket.io'
import type { IncomingMessage } from 'node:http'
import type { CommandAnswer } from '../../shared/protocol/commandAnswer.ts'
import type { DriveAnswer } from '../../shared/protocol/wall/driveAnswer.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { Cancel } from '../clock.ts'
import type { DeskLink } from '../desk/DeskLink.ts'
import type { Neighbours } from '../desk/Neighbours.ts'
import type { Fanout } from './Fanout.ts'
import type { Subscriptions } from './Subscriptions.ts'
import { pause } from '../clock.ts'
import { deskLinkOf } from './deskLinkOf.ts'
import { countIn } from './FanoutCounts.ts'
import { LiveSession } from './LiveSession.ts'

type LiveServer = Server<Up, Down>
type LiveSocket = Socket<Up, Down>
type Connection = LiveSocket['conn']

const LOOK_MS = 1000
const RATE_MS = 10_000
const LINGER_MS = 1000
const POLL_MS = 10

/** What links say beside subscribing. */
export interface Hearers {
  execute: (command: unknown) => Promise<CommandAnswer>
  drive: (message: unknown) => Promise<DriveAnswer>
  neighbours: Neighbours
}

/** Lets clients in, within the bounds, and hands on what they send. */
export class Links {
  readonly sessions = new Set<LiveSession>()
  private readonly byConnection = new WeakMap<Connection, LiveSession>()
  private readonly byAddress = new Map<string, number>()
  private readonly endLooks: Cancel

  constructor(
    private readonly servers: readonly LiveServer[],
    private readonly fanout: Fanout,
    private readonly subscriptions: Subscriptions,
    private readonly addressOf: (request: IncomingMessage) => string,
    private readonly hearers: Hearers,
  ) {
    for (const server of servers)
      server.engine.on('connection', (connection: Connection) => this.limitRate(connection))
    for (const pipe of fanout.parts.pipes)
      pipe.on('connection', socket => this.accept(socket))
    fanout.parts.projection.listen({ restarted: () => subscriptions.refetchAll(this.sessions) })
    this.endLooks = fanout.parts.clock.every(LOOK_MS, () => this.look())
  }

  /** Tells everybody that the server goes, after a last frame. */
  async end(): Promise<void> {
    this.endLooks()
    this.fanout.flushAll()
    for (const session of [...this.sessions])
      this.close(session, 'server-stopping')
    await this.emptied()
    for (const server of this.servers)
      server.engine.close()
  }

  /** A moment for the last words to leave; who does not read them is cut off. */
  private async emptied(): Promise<void> {
    const { clock } = this.fanout.parts
    for (let waited = 0; waited < LINGER_MS && this.servers.some(server => server.engine.clientsCount > 0); waited += POLL_MS)
      await pause(clock, POLL_MS)
  }

  private accept(socket: LiveSocket): void {
    const { clock, limits } = this.fanout.parts
    const session = new LiveSession(socket, limits, clock.monotonic())
    const address = this.addressOf(socket.request)
    this.sessions.add(session)
    this.byConnection.set(socket.conn, session)
    this.byAddress.set(address, (this.byAddress.get(address) ?? 0) + 1)
    const link = deskLinkOf(socket)
    socket.on('disconnect', () => this.forget(session, address))
    if (this.sessions.size > limits.sockets || this.byAddress.get(address)! > limits.socketsPerAddress) {
      this.close(session, 'too-many')
      return
    }
    socket.onAny((name: string, ...parts: unknown[]) => {
      if (session.state.state === 'closing')
        return
      if (typeof parts[1] === 'function' && (name === 'command' || name === 'drive'))
        void this.answer(session, name, parts[0]).then(parts[1] as (answer: CommandAnswer | DriveAnswer) => void)
      else if (name === 'subscribe')
        this.subscribe(session, parts[0])
      else if (name === 'presence' || name === 'wall')
        this.note(session, link, name, parts[0])
      else
        this.subscriptions.refuse(session, { reason: 'bad-request', message: 'A client sends subscribe, presence or wall, or command or drive with an acknowledgement.' })
    })
  }

  private subscribe(session: LiveSession, message: unknown): void {
    this.subscriptions.ask(session, message)
    if (session.state.state === 'catching-up' && session.state.asked.scope.audience !== 'desk')
      this.hearers.neighbours.leaveDesk(session.socket.id)
  }

  /** A desk that sees the picture may act on it; a screen may not. */
  private async answer(session: LiveSession, name: 'command' | 'drive', message: unknown): Promise<CommandAnswer | DriveAnswer> {
    if (!isDesk(session))
      return { accepted: false, reason: 'not-allowed', message: 'This comes from a desk: subscribe with audience desk first.' }
    return name === 'command' ? this.hearers.execute(message) : this.hearers.drive(message)
  }

  /** Who is there, and what a wall shows. Nobody waits for an answer: what is not lawful is dropped and counted. */
  private note(session: LiveSession, link: DeskLink, name: 'presence' | 'wall', message: unknown): void {
    const { neighbours } = this.hearers
    const taken = name === 'presence' ? isDesk(session) && neighbours.presence(link, message) : session.served && neighbours.wall(link, message)
    if (!taken)
      countIn(this.fanout.counts.refused, 'bad-request')
  }

  private forget(session: LiveSession, address: string): void {
    this.subscriptions.forget(session)
    this.hearers.neighbours.forget(session.socket.id)
    session.leave()
    this.sessions.delete(session)
    const left = this.byAddress.get(address)! - 1
    if (left > 0)
      this.byAddress.set(address, left)
    else
      this.byAddress.delete(address)
  }

  private close(session: LiveSession, reason: Parameters<LiveSession['close']>[0]): void {
    if (session.state.state === 'closing')
      return
    countIn(this.fanout.counts.closed, reason)
    this.subscriptions.forget(session)
    session.close(reason)
    // A polite end waits behind what the client has not read.
    this.fanout.parts.clock.after(LINGER_MS, () => session.window.terminate())
  }

  /** Counts what a connection sends, before anything is made of it. */
  private limitRate(connection: Connection): void {
    const { clock, limits } = this.fanout.parts
    let since = clock.monotonic()
    let messages = 0
    connection.on('packet', () => {
      const now = clock.monotonic()
      if (now - since > RATE_MS) {
        since = now
        messages = 0
      }
      if (++messages <= limits.messages)
        return
      const session = this.byConnection.get(connection)
      if (session)
        this.close(session, 'too-many')
      else
        connection.close(true)
    })
  }

  /** Ends links that never asked for anything. */
  private look(): void {
    const { clock, limits } = this.fanout.parts
    const now = clock.monotonic()
    for (const session of this.sessions) {
      const { state } = session
      if (state.state === 'awaiting' && !session.served && now - state.since > limits.subscribeMs)
        this.close(session, 'never-subscribed')
    }
  }
}

function isDesk({ state }: LiveSession): boolean {
  return state.state === 'live' && state.room.scope.audience === 'desk'
}
