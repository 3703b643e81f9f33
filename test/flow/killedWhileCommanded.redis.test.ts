import { it } from 'vitest'
import { startRedis } from '../support/startRedis.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { killedWhileCommanded } from './stories/killedWhileCommanded.ts'

it('[C7] killed between accept and answer, with its log in Redis: exactly one effect', async () => {
  await using redis = await startRedis()
  await using folder = await temporaryFolder()
  await killedWhileCommanded({ DATA_DIR: folder.path, REDIS_URL: redis.url })
}, 120_000)
