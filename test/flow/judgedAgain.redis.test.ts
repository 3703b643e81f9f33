import { expect, it } from 'vitest'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { commentsOf, tellAgain, tellTooEarly } from './stories/judgedAgain.ts'

it('[W26][L2] of several servers exactly one appends anew what came too early; a server that starts later knows too', async () => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await using two = await startTestServer({ redisUrl: redis.url })
  await tellAgain([one, two], 'WG-1', await tellTooEarly(one, 'WG-1'))
  const early = await tellTooEarly(two, 'WG-2')
  await using three = await startTestServer({ redisUrl: redis.url })
  await tellAgain([three, one, two], 'WG-2', early)
  for (const server of [one, two, three])
    expect(await commentsOf(server, 'WG-1')).toEqual(['WG-1-early'])
}, 30_000)
