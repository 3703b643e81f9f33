import type { AddressInfo, Socket } from 'node:net'
import type { RunVariant } from './Variant.ts'
import { createServer } from 'node:net'
import { inFrames } from './inFrames.ts'
import { tailStreams } from './tailStreams.ts'

/** (d) The bare floor: one Buffer, a line of JSON, written to each TCP socket. */
export const runTcp: RunVariant = async ({ redisUrl, windowMs }) => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  await tailStreams(redisUrl, inFrames(windowMs, (frame) => {
    const line = Buffer.concat([frame, Buffer.from('\n')])
    for (const socket of sockets)
      socket.write(line)
  }))
  return { port: (server.address() as AddressInfo).port }
}
