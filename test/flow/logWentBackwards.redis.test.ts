import type { TestRedis } from '../support/startRedis.ts'
import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { agreeing } from '../support/agreeing.ts'
import { commandOf } from '../support/commandOf.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { LiveClient } from '../support/liveClient.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { ask, startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { StreamProducer } from '../support/StreamProducer.ts'
import { waitFor } from '../support/waitFor.ts'
import { order, reportMany } from './stories/commands.ts'

const KEY = '{152921}:incident'

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

it('[P13] a power cut takes the end of the log while a producer goes on: servers, old and fresh, agree with a fold of the log', async () => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await using two = await startTestServer({ redisUrl: redis.url })
  const left = (await one.get('/api/v1/state?audience=screen&region=152921')).body as { cursor: string }
  const producer = new StreamProducer(redis.url, 300)
  await waitFor('matters', () => producer.taken.size > 400)
  await redis.loseTail(30_000)
  const before = new Map(producer.taken)
  await redis.start()
  await waitFor('matters after the cut', () => producer.taken.size > before.size + 200)
  await producer[Symbol.asyncDispose]()
  const held = await agreeing(redis.url, [one, two])
  const lost = [...before.keys()].filter(id => !held.has(id))
  expect(lost.length).toBeGreaterThan(20)
  expect(producer.longestPauseMs).toBeLessThan(5000)
  await using fresh = await startTestServer({ redisUrl: redis.url })
  await agreeing(redis.url, [one, two, fresh])
  expect(((await fresh.get('/api/v1/state?audience=screen&region=152921')).body as { cursor: string }).cursor.split('~')[0]).not.toBe(left.cursor.split('~')[0])
}, 60_000)

it.each([
  ['flushed while it is served', async (redis: TestRedis) => void await ask(redis.port, 'FLUSHALL')],
  ['back empty', async (redis: TestRedis) => {
    await redis.loseAll()
    await redis.start()
  }],
  ['another one at the same id', async (redis: TestRedis) => {
    const direct = new Redis(redis.url)
    const [[id, texts], [older]] = await direct.xrevrange(KEY, '+', '-', 'COUNT', 2) as [[string, string[]], [string, string[]]]
    await direct.multi().xdel(KEY, id).xsetid(KEY, older).xadd(KEY, id, ...texts.map(text => text === 'WG-3' ? 'WG-OTHER' : text)).exec()
    direct.disconnect()
  }],
])('[P13] a log that is %s', async (_, happens) => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await using two = await startTestServer({ redisUrl: redis.url })
  await one.post([reportIncident('WG-1'), reportIncident('WG-2'), reportIncident('WG-3')])
  await agreeing(redis.url, [one, two])
  await happens(redis)
  await waitFor('it is served again', async () => (await one.post(reportIncident('WG-NEW'))).status === 200)
  const held = await agreeing(redis.url, [one, two])
  expect(held.has('WG-3')).toBe(false)
  expect(held.has('WG-NEW')).toBe(true)
}, 60_000)

it('[P20][L22] an order about a matter that the log has lost is answered as unavailable, then as unknown; and no checkpoint is kept of it', async () => {
  await using redis = await startRedis()
  await using district = await deskDistrict()
  const options = { redisUrl: redis.url, districtDir: district.path }
  const direct = new Redis(redis.url)
  {
    await using server = await startTestServer(options)
    await reportMany([server], ['WG-1', 'WG-GHOST'])
    const [[id]] = await direct.xrevrange(KEY, '+', '-', 'COUNT', 1) as [[string, string[]]]
    expect(await direct.xdel(KEY, id)).toBe(1)
    const reasonOf = async (type: 'accept' | 'resume') => await order(server, commandOf(type, { id: 'WG-GHOST', entry: id })) as { reason?: string }
    expect(await Promise.all([reasonOf('accept'), reasonOf('resume')])).toMatchObject([{ reason: 'log-away' }, { reason: 'log-away' }])
    await waitFor('it is unknown', async () => (await reasonOf('accept')).reason === 'unknown-incident')
    await server.post(reportIncident('WG-GHOST-2'))
    await agreeing(redis.url, [server], 20_000, district.path)
    const [[last]] = await direct.xrevrange(KEY, '+', '-', 'COUNT', 1) as [[string, string[]]]
    expect(await direct.xdel(KEY, last)).toBe(1)
  }
  const heads = await direct.hvals('{152921}:log:checkpoint-heads')
  direct.disconnect()
  expect(heads).toEqual([])
  await using again = await startTestServer(options)
  expect([...await agreeing(redis.url, [again], 20_000, district.path)]).toEqual(['WG-1'])
}, 60_000)
