import type { RedisTarget } from '../../../server/log/redis/RedisTarget.ts'
import { afterAll, beforeAll, describe } from 'vitest'
import { parseRedisUrl } from '../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../server/log/redis/RedisEventLog.ts'
import { eventLogContract } from '../../contract/eventLog.ts'
import { startRedis } from '../../support/startRedis.ts'
import { startRedisCluster } from '../../support/startRedisCluster.ts'

describe.each([
  { name: 'stand-alone Redis', start: () => startRedis() },
  { name: 'a cluster of three', start: () => startRedisCluster() },
])('the log in $name', ({ start }) => {
  let redis: AsyncDisposable & { url: string }
  let district = 152921
  beforeAll(async () => {
    redis = await start()
  }, 60_000)
  afterAll(() => redis[Symbol.asyncDispose]())

  // Each log is another district, which in the cluster lies on another node.
  eventLogContract(() => RedisEventLog.open({ target: parseRedisUrl(redis.url) as RedisTarget, districtCode: String(district++) }))
})
