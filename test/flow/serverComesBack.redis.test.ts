import { describe, it } from 'vitest'
import { startRedis } from '../support/startRedis.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { serverComesBack } from './stories/serverComesBack.ts'

describe('with its log in Redis', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('[P4][P12] a server ended by %s comes back with everything, and its clients resume', async (signal) => {
    await using redis = await startRedis()
    await using folder = await temporaryFolder()
    await serverComesBack({ DATA_DIR: folder.path, REDIS_URL: redis.url }, signal)
  }, 60_000)
})
