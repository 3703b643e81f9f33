import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

it('[P13] a log that lost its newest entries: every server folds anew and its clients refetch', async () => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await using two = await startTestServer({ redisUrl: redis.url })
  using left = await new LiveClient(one.url).live()
  using right = await new LiveClient(two.url, { audience: 'desk', region: '152921' }).live()
  await one.post([reportIncident('WG-1'), reportIncident('WG-2')])
  const { body } = await one.post(reportIncident('WG-LOST'))
  for (const client of [left, right])
    await client.knows('WG-LOST')

  const [{ entry }] = (body as { results: [{ entry: string }] }).results
  const direct = new Redis(redis.url)
  expect(await direct.xdel('{152921}:incident', entry)).toBe(1)
  direct.disconnect()

  for (const client of [left, right]) {
    await waitFor('told to fetch anew', () => client.heard.refetch.length > 0)
    expect(client.heard.refetch[0]).toMatchObject({ because: 'other-epoch' })
    const before = client.cursor
    const { cursor } = await client.fetchState(client.heard.refetch[0]!.href)
    expect(cursor.split('~')[0]).not.toBe(before!.split('~')[0])
    client.subscribe()
    await waitFor('resumed', () => client.heard.resumed.length === 2)
    expect([...client.state!.incident.incidents.keys()].sort()).toEqual(['WG-1', 'WG-2'])
  }
  await two.post(reportIncident('WG-3'))
  for (const client of [left, right])
    await client.knows('WG-3')
  expect(left.digest).toBe(right.digest)
  using old = new LiveClient(one.url)
  await old.connected()
  old.subscribe({ cursor: 'an-older-epoch~1-0~0-0~0-0' })
  await waitFor('an old cursor is refused', () => old.heard.refetch[0]?.because === 'other-epoch')
}, 60_000)
