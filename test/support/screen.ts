import type { LinkStatus } from '../../client/link/LinkReport.ts'
import type { FetchState } from '../../client/link/fetchState.ts'
import type { OpenSocket } from '../../client/link/socket.ts'
import type { RunningLink } from '../../client/link/startLink.ts'
import { stateFrom } from '../../client/link/fetchState.ts'
import { isForeign } from '../../client/link/isForeign.ts'
import { Reloader } from '../../client/link/Reloader.ts'
import { machine } from '../../client/machine.ts'
import { ServerClock } from '../../client/link/ServerClock.ts'
import { socketTo } from '../../client/link/socket.ts'
import { startLink } from '../../client/link/startLink.ts'
import { folding } from '../../client/picture/folding.ts'
import { setUpProjection } from '../../client/picture/setUpProjection.ts'
import { waitFor } from './waitFor.ts'

interface Options {
  /** Between the link and the real socket, to garble what comes. */
  through?: (open: OpenSocket) => OpenSocket
  fetchState?: (fetch: FetchState) => FetchState
}

/** The client without its page: the real link and store against a real server. */
export class Screen implements Disposable {
  readonly projection = setUpProjection(queueMicrotask)
  readonly statuses: LinkStatus[] = []
  readonly compared: boolean[] = []
  readonly logs: boolean[] = []
  readonly link: RunningLink
  reloads: string[] = []

  constructor(url: string, { through = open => open, fetchState = fetch => fetch }: Options = {}) {
    const memory = new Map<string, string>()
    this.projection.foldBy(folding)
    this.link = startLink({
      scope: { audience: 'screen', region: '152921' },
      target: this.projection,
      report: {
        status: status => void this.statuses.push(status),
        fetched: () => {},
        heard: ({ log }) => log && void this.logs.push(log.up),
        compared: agrees => void this.compared.push(agrees),
      },
      openSocket: through(socketTo(url)),
      fetchState: fetchState(stateFrom(url)),
      isForeign: () => isForeign(url),
      clock: new ServerClock(machine.now),
      timers: machine,
      chance: () => 0,
      reloader: new Reloader({ getItem: key => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value) }, () => void this.reloads.push(memory.get('wangge.reload')!), machine, () => 0),
    })
  }

  [Symbol.dispose](): void {
    this.link.stop()
  }

  get state() {
    return this.statuses.at(-1)?.state
  }

  get reasons() {
    return this.statuses.map(({ reason }) => reason)
  }

  async becomes(state: LinkStatus['state'], limitMs = 15_000): Promise<this> {
    await waitFor(`the link is ${state}`, () => this.state === state, limitMs, () => this.statuses)
    return this
  }

  async knows(incident: string, limitMs = 10_000): Promise<void> {
    await waitFor(`the screen knows ${incident}`, () => this.projection.state.value?.incident.incidents.has(incident), limitMs, () => this.statuses)
  }

  /** Waits for the next digest of the server and answers whether it agreed. */
  async nextDigest(limitMs = 10_000): Promise<boolean> {
    const before = this.compared.length
    await waitFor('a digest comes', () => this.compared.length > before, limitMs, () => this.statuses)
    return this.compared[before]!
  }
}
