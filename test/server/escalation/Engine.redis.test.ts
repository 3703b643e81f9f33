import type { TestRedis } from '../../support/startRedis.ts'
import { afterAll, beforeAll, describe } from 'vitest'
import { openEventLog } from '../../../server/log/openEventLog.ts'
import { startRedis } from '../../support/startRedis.ts'
import { engineStories } from './engineStories.ts'

describe('on Redis', () => {
  let redis: TestRedis
  let serial = 152_900
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis[Symbol.asyncDispose]())

  engineStories(clock => openEventLog({ redisUrl: redis.url, dataDir: '', districtCode: String(serial++), clock }))
})
