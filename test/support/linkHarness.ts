import type { LinkStatus } from '../../client/link/LinkReport.ts'
import type { LinkSocket, SocketHandlers } from '../../client/link/socket.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { Subscribe } from '../../shared/protocol/subscribe.ts'
import { CutError } from '../../client/base/CutError.ts'
import { Link } from '../../client/link/Link.ts'
import { Reloader } from '../../client/link/Reloader.ts'
import { ServerClock } from '../../client/link/ServerClock.ts'
import { FakeTimers } from './FakeTimers.ts'

interface Fetch { resolve: (resource: StateResource) => void; reject: (error: Error) => void; done: boolean }

/** A link whose time, socket and fetch the test holds; what becomes of a frame is said by `outcome`. */
export class LinkHarness {
  readonly timers = new FakeTimers()
  readonly sockets: { handlers: SocketHandlers; open: boolean; asked: Subscribe[] }[] = []
  readonly fetches: Fetch[] = []
  readonly statuses: LinkStatus[] = []
  readonly memory = new Map<string, string>()
  readonly link: Link
  outcome: 'applied' | 'gap' | 'digest-differs' = 'applied'
  stateOutcome: 'applied' | 'other-fold' | 'digest-differs' = 'applied'
  foreign = false
  /** How often it was asked whether the page is foreign. */
  origins = 0
  /** When each state that was got is of. */
  readonly fetched: number[] = []
  reloads = 0
  mostOpen = 0

  constructor() {
    const clock = new ServerClock(this.timers.now)
    this.link = new Link({
      scope: { audience: 'screen', region: '152921' },
      target: { cursor: () => 'c', applyState: () => this.stateOutcome, applyFrame: () => this.outcome },
      report: { status: status => void this.statuses.push(status), fetched: at => void this.fetched.push(at), heard: () => {}, compared: () => {} },
      openSocket: handlers => this.openSocket(handlers),
      fetchState: () => new Promise((resolve, reject) => {
        const fetch: Fetch = { resolve, reject, done: false }
        this.fetches.push(fetch)
      }),
      isForeign: async () => {
        this.origins++
        return this.foreign
      },
      clock,
      timers: this.timers,
      chance: () => 0.5,
      reloader: new Reloader({ getItem: key => this.memory.get(key) ?? null, setItem: (key, value) => void this.memory.set(key, value) }, () => this.reloads++, this.timers, () => 0.5),
    })
  }

  get state() {
    return this.statuses.at(-1)?.state ?? 'idle'
  }

  get status() {
    return this.statuses.at(-1)!
  }

  /** The socket that is open now. */
  get socket() {
    return this.sockets.findLast(({ open }) => open)
  }

  frame(more: Partial<Frame> = {}): void {
    this.socket?.handlers.frame({ from: 'c', to: 'c', at: this.timers.now(), events: [], ...more })
  }

  /** Answers every fetch under way; the link hears of it in the next microtasks. */
  async answer(ok = true): Promise<void> {
    for (const fetch of this.fetches.filter(({ done }) => !done)) {
      fetch.done = true
      if (ok)
        fetch.resolve({ cursor: 'c', at: this.timers.now(), fold: '1', digest: '', heard: {}, positions: [] } as unknown as StateResource)
      else
        fetch.reject(new Error('no'))
    }
    await Promise.resolve()
    await Promise.resolve()
  }

  /** Start, state, socket, subscription. */
  async live(): Promise<this> {
    this.link.send('start')
    await this.answer()
    this.socket!.handlers.opened()
    this.socket!.handlers.resumed({ cursor: 'c' })
    return this
  }

  private openSocket(handlers: SocketHandlers): LinkSocket {
    const socket = { handlers, open: true, asked: [] as Subscribe[] }
    this.sockets.push(socket)
    this.mostOpen = Math.max(this.mostOpen, this.sockets.filter(({ open }) => open).length)
    return {
      subscribe: message => void socket.asked.push(message),
      ask: () => Promise.reject(new CutError('nobody answers here')),
      tell: () => true,
      close: () => { socket.open = false },
    }
  }
}
