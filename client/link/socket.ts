import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { Subscribe } from '../../shared/protocol/subscribe.ts'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { config } from 'zod'
import { DOWN } from '../../shared/protocol/down.ts'

// The page's own policy forbids making code from text.
config({ jitless: true })

/** One link to a server's `/live`; it never reconnects by itself, that is the table's business. */
export interface LinkSocket {
  subscribe: (message: Subscribe) => void
  /** Closes for good; nothing is reported after it. */
  close: () => void
}

export interface SocketHandlers extends Down {
  opened: () => void
  /** It could not be opened, or it ended. */
  lost: () => void
  /** A message that does not parse; it was dropped. */
  garbled: () => void
}

export type OpenSocket = (handlers: SocketHandlers) => LinkSocket

/** @param origin such as `http://127.0.0.1:8080` */
export function socketTo(origin: string): OpenSocket {
  return (handlers) => {
    const socket: Socket<Down, Up> = io(origin, {
      path: '/live',
      transports: ['websocket'],
      reconnection: false,
      multiplex: false,
      timeout: 10_000,
    })
    socket.on('connect', handlers.opened)
    socket.on('connect_error', handlers.lost)
    socket.on('disconnect', handlers.lost)
    for (const kind of Object.keys(DOWN) as (keyof Down)[])
      socket.on(kind, (message: unknown) => hand(kind, message, handlers))
    return {
      subscribe: message => socket.emit('subscribe', message),
      close() {
        socket.off()
        socket.disconnect()
      },
    }
  }
}

/** Unknown keys are dropped, so an old screen outlives a new server. */
function hand<K extends keyof Down>(kind: K, message: unknown, handlers: SocketHandlers): void {
  const parsed = DOWN[kind].safeParse(message)
  if (parsed.success)
    (handlers[kind] as (message: unknown) => void)(parsed.data)
  else
    handlers.garbled()
}
