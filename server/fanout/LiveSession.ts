import type { Socket } from 'socket.io'
import type { CloseReason } from '../../shared/protocol/closing.ts'
import type { Down } from '../../shared/protocol/down.ts'
import type { Scope, Subscribe } from '../../shared/protocol/subscribe.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { Pipe } from './SendWindow.ts'
import { SendWindow } from './SendWindow.ts'

/** What a link is in while it is live; `Room` is one. */
interface Seat {
  readonly scope: Scope
  leave: (session: LiveSession) => void
}

/** Where a link stands. Subscribing again leads from `live` back to `catching-up`. */
export type SessionState =
  | { state: 'awaiting'; since: number }
  | { state: 'catching-up'; asked: Subscribe; since: number }
  | { state: 'live'; room: Seat }
  | { state: 'closing'; reason: CloseReason }

type LiveSocket = Socket<Up, Down>

/** One client's link. */
export class LiveSession {
  state: SessionState
  /** Has subscribed at least once. */
  served = false
  readonly window: SendWindow

  constructor(readonly socket: LiveSocket, limits: { windowBytes: number; stalledMs: number }, now: number) {
    this.state = { state: 'awaiting', since: now }
    this.window = new SendWindow(socket.conn as unknown as Pipe, limits)
  }

  /** Says why and ends the link; one that does not read is only ended. */
  close(reason: CloseReason): void {
    if (this.state.state === 'closing')
      return
    this.leave()
    this.state = { state: 'closing', reason }
    if (reason === 'consumer-too-slow') {
      this.window.terminate()
      return
    }
    this.socket.emit('closing', { reason })
    this.socket.disconnect(true)
  }

  /** Out of its room, if it is in one. */
  leave(): void {
    if (this.state.state !== 'live')
      return
    this.state.room.leave(this)
  }
}
