import { describe, expect, it } from 'vitest'
import { BlockingReaders } from '../../../../server/log/redis/BlockingReaders.ts'
import type { RedisTarget } from '../../../../server/log/redis/RedisTarget.ts'
import { parseRedisUrl } from '../../../../server/log/redis/parseRedisUrl.ts'
import { startRedis } from '../../../support/startRedis.ts'

describe('BlockingReaders', () => {
  it('[R1] a connection whose reader gave up while the answer came in serves nobody else', async () => {
    await using redis = await startRedis()
    using readers = new BlockingReaders(parseRedisUrl(redis.url) as RedisTarget, 'the test’s Redis')
    const stop = new AbortController()
    await readers.run(async (client) => {
      const answer = await client.ping()
      stop.abort()
      return answer
    }, 0, { signal: stop.signal })
    expect(await readers.run(client => client.ping(), 0)).toBe('PONG')
  })
})
