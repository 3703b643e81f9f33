import type { Socket } from 'node:net'
import type { Line } from './Line.ts'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { countOnly } from './Line.ts'

/** A WebSocket without Socket.IO's words. */
export async function openWebSocket(port: number, path = '/'): Promise<Line> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false })
  socket.on('error', () => socket.terminate())
  const line: Line = {
    onMessage: () => {},
    send: text => socket.send(text),
    goBare: count => countOnly((socket as WebSocket & { _socket: Socket })._socket, count),
    cut: () => socket.terminate(),
  }
  socket.on('message', (message: Buffer) => line.onMessage(message))
  await once(socket, 'open')
  return line
}
