import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { Subscribe } from '../../shared/protocol/subscribe.ts'
import type { Socket } from 'socket.io-client'
import type { AnswerOf, LinkKind, Talk } from './talk.ts'
import { io } from 'socket.io-client'
import { config } from 'zod'
import { DOWN } from '../../shared/protocol/down.ts'
import { CutError } from '../base/CutError.ts'
import { ANSWERS, LINK_KINDS } from './talk.ts'

// The page's own policy forbids making code from text.
config({ jitless: true })

/** Longer than a server may take to answer a command (it waits for its log and its fold). */
const ANSWER_MS = 25_000

/** One link to a server's `/live`; it never reconnects by itself, that is the table's business. */
export interface LinkSocket extends Talk {
  subscribe: (message: Subscribe) => void
  /** Closes for good; nothing is reported after it, and questions that were not answered are cut. */
  close: () => void
}

export interface SocketHandlers extends Pick<Down, LinkKind> {
  opened: () => void
  /** It could not be opened, or it ended. */
  lost: () => void
  /** A message that does not parse; it was dropped. */
  garbled: () => void
  /** A message that is not the link's own, parsed. */
  said: (kind: string, message: unknown) => void
}

export type OpenSocket = (handlers: SocketHandlers) => LinkSocket

/** Whatever is said beside the link's own messages; its types are those of `Talk`. */
interface Plain {
  emit: (name: string, message: unknown) => void
  timeout: (ms: number) => { emit: (name: string, message: unknown, answered: (error: Error | null, answer: unknown) => void) => void }
}

/** @param base such as `http://127.0.0.1:8080/` */
export function socketTo(base: string): OpenSocket {
  return (handlers) => {
    const socket: Socket<Down, Up> = io(new URL(base).origin, {
      path: new URL('live', base).pathname,
      transports: ['websocket'],
      reconnection: false,
      multiplex: false,
      timeout: 10_000,
    })
    const plain = socket as unknown as Plain
    const unanswered = new Set<() => void>()
    const cut = () => {
      for (const end of unanswered)
        end()
    }
    const lost = () => {
      cut()
      handlers.lost()
    }
    socket.on('connect', handlers.opened)
    socket.on('connect_error', lost)
    socket.on('disconnect', lost)
    for (const kind of Object.keys(DOWN) as (keyof Down)[])
      socket.on(kind, (message: unknown) => hand(kind, message, handlers))
    return {
      subscribe: message => socket.emit('subscribe', message),
      ask: (name, message) => new Promise((resolve, reject) => {
        const end = () => {
          unanswered.delete(end)
          reject(new CutError(`no answer to ${name}`))
        }
        unanswered.add(end)
        plain.timeout(ANSWER_MS).emit(name, message, (error, answer) => {
          const parsed = ANSWERS[name].safeParse(answer)
          if (error || !parsed.success)
            return end()
          unanswered.delete(end)
          resolve(parsed.data as AnswerOf<typeof name>)
        })
      }),
      tell(name, message) {
        plain.emit(name, message)
        return socket.connected
      },
      close() {
        cut()
        socket.off()
        socket.disconnect()
      },
    }
  }
}

/** Unknown keys are dropped, so an old screen outlives a new server. */
function hand(kind: keyof Down, message: unknown, handlers: SocketHandlers): void {
  const parsed = DOWN[kind].safeParse(message)
  if (!parsed.success)
    handlers.garbled()
  else if (isOwn(kind))
    (handlers[kind] as (message: unknown) => void)(parsed.data)
  else
    handlers.said(kind, parsed.data)
}

function isOwn(kind: string): kind is LinkKind {
  return (LINK_KINDS as readonly string[]).includes(kind)
}
