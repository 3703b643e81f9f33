import type { Line } from './Line.ts'
import { openWebSocket } from './openWebSocket.ts'

export interface SocketIoLine extends Line {
  /** What the server called the session, for connection-state recovery. */
  pid: string | undefined
}

const PING = '2'
const PONG = '3'
const CONNECTED = '40'
const EARLY_PONG_MS = 15_000

/** A Socket.IO connection over WebSocket, spoken by hand: opened, joined to the main namespace, kept alive. */
export async function openSocketIo(port: number, path: string, hello?: { pid: string; offset: string }, onMessage: (message: Buffer) => void = () => {}): Promise<SocketIoLine> {
  const inner = await openWebSocket(port, `${path}/?EIO=4&transport=websocket`)
  const line: SocketIoLine = { ...inner, pid: undefined, onMessage }
  // A bare socket does not see the pings, so it answers before it is asked.
  const pong = setInterval(() => inner.send(PONG), EARLY_PONG_MS)
  line.cut = () => {
    clearInterval(pong)
    inner.cut()
  }
  await new Promise<void>((resolve) => {
    inner.onMessage = (message) => {
      if (message.length === 1 && message.toString() === PING) {
        inner.send(PONG)
      }
      else if (line.pid === undefined && message.subarray(0, 2).toString() === CONNECTED) {
        line.pid = (JSON.parse(message.subarray(2).toString()) as { pid?: string }).pid ?? ''
        resolve()
      }
      else {
        line.onMessage(message)
      }
    }
    inner.send(hello ? `40${JSON.stringify(hello)}` : '40')
  })
  return line
}
