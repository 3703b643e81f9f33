import type { RedisClient } from './connectRedis.ts'
import { Redis } from 'ioredis'

/** Tells of each piece that comes in over a client's connections; the answer ends that. */
export function countBytes(client: RedisClient, came: (bytes: number) => void): () => void {
  const sockets = (client instanceof Redis ? [client] : client.nodes('all')).flatMap(({ stream }) => stream ?? [])
  const listener = ({ length }: { length: number }) => came(length)
  sockets.forEach(socket => socket.on('data', listener))
  return () => sockets.forEach(socket => socket.off('data', listener))
}
