import type { LogEvent } from './tailStreams.ts'
import type { RunVariant } from './Variant.ts'
import { Server } from 'socket.io'
import { listenHttp } from './listenHttp.ts'
import { readStreams, tailStreams } from './tailStreams.ts'

/** (a) The usual tutorial: one `io.emit` per event. */
export const runEmit: RunVariant = async ({ redisUrl, pages }) => {
  const { http, port } = await listenHttp(pages)
  const io = new Server(http)
  let handled = 0
  const painted: number[] = []
  io.on('connection', (socket) => {
    socket.on('past', (reply: (events: LogEvent[]) => void) => void readStreams(redisUrl).then(reply))
    socket.on('handled', (count: number, paints: number[]) => {
      handled = count
      painted.push(...paints)
    })
  })
  await tailStreams(redisUrl, events => events.forEach(event => io.emit('event', event)))
  return { port, handled: () => handled, paints: () => painted.splice(0) }
}
