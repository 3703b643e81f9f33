import type { RunVariant } from './Variant.ts'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { listenHttp } from './listenHttp.ts'
import { tailStreams } from './tailStreams.ts'

/** (b) The same through the Redis-streams adapter with connection-state recovery, as its README shows it. */
export const runAdapter: RunVariant = async ({ redisUrl, pages }) => {
  const { http, port } = await listenHttp(pages)
  const io = new Server(http, { adapter: createAdapter(new Redis(redisUrl)), connectionStateRecovery: {} })
  await tailStreams(redisUrl, events => events.forEach(event => io.emit('event', event)))
  return { port }
}
