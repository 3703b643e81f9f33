import type { Socket } from 'socket.io-client'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import type { Closing } from '../../shared/protocol/closing.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { Refetch } from '../../shared/protocol/refetch.ts'
import type { Refused } from '../../shared/protocol/refused.ts'
import type { Resumed } from '../../shared/protocol/resumed.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { Scope, Subscribe } from '../../shared/protocol/subscribe.ts'
import type { Up } from '../../shared/protocol/up.ts'
import { io } from 'socket.io-client'
import { digest } from '../../shared/state/foldModule.ts'
import { fold } from '../../shared/state/fold.ts'
import { fromSnapshot } from '../../shared/state/fromSnapshot.ts'
import { waitFor } from './waitFor.ts'

export interface Heard {
  frames: Frame[]
  resumed: Resumed[]
  refetch: Refetch[]
  refused: Refused[]
  closing: Closing[]
}

/**
 * A client as another program would write it: gets the state, subscribes, folds frames, and compares digests. It neither
 * reconnects nor refetches on its own: the test says when.
 */
export class LiveClient implements Disposable {
  readonly socket: Socket<Down, Up>
  readonly heard: Heard = { frames: [], resumed: [], refetch: [], refused: [], closing: [] }
  state: State | undefined
  cursor: string | undefined
  /** Digests that came and did not match. */
  mismatches: string[] = []
  /** Frames that did not join on. */
  gaps = 0
  matches = 0

  constructor(readonly url: string, readonly scope: Scope = { audience: 'screen', region: '152921' }, options: { path?: string; namespace?: string } = {}) {
    this.socket = io(url + (options.namespace ?? ''), { path: options.path ?? '/live', transports: ['websocket'], reconnection: false, forceNew: true })
    this.socket.on('frame', frame => this.apply(frame))
    this.socket.on('resumed', message => void this.heard.resumed.push(message))
    this.socket.on('refetch', message => void this.heard.refetch.push(message))
    this.socket.on('refused', message => void this.heard.refused.push(message))
    this.socket.on('closing', message => void this.heard.closing.push(message))
  }

  [Symbol.dispose](): void {
    this.socket.disconnect()
  }

  async connected(): Promise<this> {
    await waitFor('the client is connected', () => this.socket.connected)
    return this
  }

  async fetchState(href = `/api/v1/state?audience=${this.scope.audience}&region=${this.scope.region}`): Promise<StateResource> {
    const response = await fetch(this.url + href)
    if (response.status !== 200)
      throw new Error(`state: ${response.status} ${await response.text()}`)
    const resource = await response.json() as StateResource
    this.state = fromSnapshot(resource.state)
    this.cursor = resource.cursor
    return resource
  }

  subscribe(more: Partial<Subscribe> = {}): void {
    this.socket.emit('subscribe', { protocol: 1, scope: this.scope, ...(this.cursor !== undefined && { cursor: this.cursor }), ...more })
  }

  /** State, subscription, first frame. */
  async live(): Promise<this> {
    await this.connected()
    await this.fetchState()
    const before = this.heard.frames.length
    this.subscribe()
    let refetched = this.heard.refetch.length
    await waitFor('a frame after subscribing', async () => {
      if (this.heard.refetch.length > refetched) {
        refetched = this.heard.refetch.length
        await this.fetchState()
        this.subscribe()
      }
      return this.heard.frames.length > before
    }, 10_000, () => this.heard)
    return this
  }

  /** Goes on over another connection with what this one has; this one folds no more: the state is one and the same, and would run ahead of the other's cursor. */
  async moveTo(url: string): Promise<LiveClient> {
    const other = new LiveClient(url, this.scope)
    other.state = this.state
    other.cursor = this.cursor
    this.state = undefined
    await other.connected()
    other.subscribe()
    return other
  }

  /** Waits until an incident is known, by the id as this audience sees it. */
  async knows(incident: string, limitMs = 10_000): Promise<void> {
    await waitFor(`${incident} is known`, () => this.state?.incident.incidents.has(incident), limitMs, () => ({ cursor: this.cursor, heard: { ...this.heard, frames: this.heard.frames.length } }))
  }

  get digest(): string {
    return digest(this.state!)
  }

  private apply(frame: Frame): void {
    this.heard.frames.push(frame)
    if (!this.state)
      return
    if (frame.from !== this.cursor) {
      this.gaps++
      return
    }
    for (const event of frame.events)
      fold(this.state, event as unknown as WanggeEvent)
    this.cursor = frame.to
    if (frame.digest === undefined)
      return
    if (frame.digest === this.digest)
      this.matches++
    else
      this.mismatches.push(`${frame.digest} ≠ ${this.digest}`)
  }
}
