import type { RedisTarget } from '../../../../server/log/redis/RedisTarget.ts'
import { expect, it } from 'vitest'
import { parseRedisUrl } from '../../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../../server/log/redis/RedisEventLog.ts'
import { FIRST_ENTRY } from '../../../../shared/words/entryId.ts'
import { startRedisCluster } from '../../../support/startRedisCluster.ts'
import { waitFor } from '../../../support/waitFor.ts'

it('[L15] in a cluster: while the node that holds the district is away everything fails at once, then works again by itself', async () => {
  await using cluster = await startRedisCluster('--appendfsync', 'always')
  await using log = await RedisEventLog.open({ target: parseRedisUrl(cluster.url) as RedisTarget, districtCode: '152921' })
  const [first] = await log.append([{ stream: 'incident', fields: { type: 'kept' } }])
  // What was answered as durable is there again, and nothing else is promised of a kill that comes this soon.
  expect(first!.reached).toBe('durable')
  const node = await cluster.nodeOf('{152921}:incident')
  const reading = log.read({ incident: first!.id }, { limit: 10, blockMs: 60_000 }).catch((error: Error) => error.name)
  await log.ping()
  await node.kill()
  expect(await reading).toBe('LogUnavailableError')
  const start = performance.now()
  await expect(log.append([{ stream: 'incident', fields: { type: 'lost' } }])).rejects.toMatchObject({ name: 'LogUnavailableError' })
  await expect(log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 60_000 })).rejects.toMatchObject({ name: 'LogUnavailableError' })
  expect(performance.now() - start).toBeLessThan(4000)
  await node.start()
  await waitFor('the log to come back', () => log.append([{ stream: 'incident', fields: { type: 'back', source: 's', id: '1' } }]), 20_000)
  const read = await waitFor('reading to come back', () => log.read({ incident: FIRST_ENTRY }, { limit: 10, blockMs: 0 }), 20_000)
  expect(read.map(entry => entry.fields.type)).toEqual(['kept', 'back'])
}, 60_000)
