import type { RunVariant } from './Variant.ts'
import type { WebSocket } from 'ws'
import * as ws from 'ws'
import { inFrames } from './inFrames.ts'
import { listenHttp } from './listenHttp.ts'
import { tailStreams } from './tailStreams.ts'

/** Parts of `ws` that its types leave out; Socket.IO sends its own frames once built by the same way. */
interface Insides {
  Sender: { frame: (data: Buffer, options: { fin: boolean; opcode: number; mask: boolean; readOnly: boolean; rsv1: boolean }) => Buffer[] }
}
type Sending = WebSocket & { _sender: { sendFrame: (parts: Buffer[]) => void } }

const TEXT = 1

/** (c) Raw `ws`: each frame of events is framed once and handed to each socket as it is. */
export const runWs: RunVariant = async ({ redisUrl, windowMs }) => {
  const { http, port } = await listenHttp(undefined)
  const server = new ws.WebSocketServer({ server: http, perMessageDeflate: false })
  await tailStreams(redisUrl, inFrames(windowMs, (frame) => {
    const parts = (ws as unknown as Insides).Sender.frame(frame, { fin: true, opcode: TEXT, mask: false, readOnly: false, rsv1: false })
    for (const socket of server.clients)
      (socket as Sending)._sender.sendFrame(parts)
  }))
  return { port }
}
