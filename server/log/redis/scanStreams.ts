import type { RedisClient } from './connectRedis.ts'
import { Cluster } from 'ioredis'

const LOOKED_AT_ONCE = 2000

/** Keys of streams that match a pattern, over all masters of a cluster, each once. @param run gives the client for one command */
export async function scanStreams(run: <T>(command: (client: RedisClient) => Promise<T>) => Promise<T>, pattern: string): Promise<string[]> {
  const masters = await run(async client => client instanceof Cluster ? client.nodes('master').length : 1)
  const found = new Set<string>()
  for (let i = 0; i < masters; i++) {
    let cursor = '0'
    do {
      const [next, keys] = await run(async (client) => {
        const node = client instanceof Cluster ? client.nodes('master')[i] : client
        return node ? await node.scan(cursor, 'MATCH', pattern, 'COUNT', LOOKED_AT_ONCE, 'TYPE', 'stream') : ['0', []] as [string, string[]]
      })
      keys.forEach(key => found.add(key))
      cursor = next
    } while (cursor !== '0')
  }
  return [...found]
}
