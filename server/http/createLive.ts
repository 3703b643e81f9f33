import type { Server as HttpServer } from 'node:http'
import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { Pipes } from '../fanout/Room.ts'
import { Server } from 'socket.io'

interface Options {
  /** Connections at most, also of those that have not said what they want. */
  sockets: number
}

const MESSAGE_BYTES = 64 * 1024
const CONNECT_MS = 5000

/**
 * Socket.IO on an HTTP server: at path `/live`, and for clients that take `/live` for a namespace at the usual path.
 * WebSocket alone and without compression, so that a frame is built once for a whole room.
 */
export function createLive(http: HttpServer, { sockets }: Options): { servers: readonly Server<Up, Down>[]; pipes: Pipes } {
  const servers = ['/live', '/socket.io'].map((path) => {
    const server: Server<Up, Down> = new Server<Up, Down>(http, {
      path,
      transports: ['websocket'],
      perMessageDeflate: false,
      maxHttpBufferSize: MESSAGE_BYTES,
      serveClient: false,
      connectTimeout: CONNECT_MS,
      destroyUpgrade: path === '/socket.io',
      allowRequest: (_request, answer) => answer(null, server.engine.clientsCount < sockets),
    })
    return server
  })
  const [own, usual] = servers as [Server<Up, Down>, Server<Up, Down>]
  return { servers, pipes: [own.of('/'), own.of('/live'), usual.of('/live')] }
}
