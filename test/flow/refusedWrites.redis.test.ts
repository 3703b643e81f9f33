import type { Frame } from '../../shared/protocol/frame.ts'
import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { ask, startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const ready = async (url: string) => {
  const answer = await fetch(`${url}/readyz`)
  return { status: answer.status, ...await answer.json() as { log: string; reason?: string } }
}

it.each([
  { name: 'is out of memory', refuse: 'CONFIG SET maxmemory 1mb', take: 'CONFIG SET maxmemory 0', reason: /OOM/ },
  { name: 'became a replica', refuse: 'REPLICAOF 127.0.0.1 1', take: 'REPLICAOF NO ONE', reason: /READONLY/ },
])('[T10] a Redis that $name is read-only to everybody within seconds, with nobody writing, and well again by itself', async ({ refuse, take, reason }) => {
  await using redis = await startRedis()
  await using server = await startTestServer({ redisUrl: redis.url })
  const { status } = await server.post([{ type: 'incident.reported', subject: 'WG-1', data: { category: 'environment', severity: 'IV', channel: 'hotline', grid: '152921101001001' } }])
  expect(status).toBe(200)
  using client = await new LiveClient(server.url).live()
  const says = (what: (log: NonNullable<Frame['log']>) => boolean) => waitFor('a frame says so', () => {
    const log = client.heard.frames.at(-1)?.log
    return log !== undefined && what(log)
  }, 10_000, () => client.heard.frames.at(-1))
  await says(({ up, unwritable }) => up && !unwritable)

  expect(await ask(redis.port, refuse)).toMatch(/OK/)
  const refused = await waitFor('it is read-only', async () => {
    const answer = await ready(server.url)
    return answer.log === 'read-only' && answer
  }, 10_000)
  expect(refused).toMatchObject({ status: 200, reason: expect.stringMatching(reason) })
  await says(({ up, unwritable }) => up && unwritable === true)
  expect(String((await server.get('/metrics')).body)).toMatch(/wangge_log_read_only 1/)
  expect(client.state!.incident.incidents.size).toBe(1)

  expect(await ask(redis.port, take)).toMatch(/OK/)
  expect(await waitFor('it is well', async () => {
    const answer = await ready(server.url)
    return answer.log === 'up' && answer
  }, 10_000)).toMatchObject({ status: 200 })
  expect((await ready(server.url)).reason).toBeUndefined()
  await says(({ up, unwritable }) => up && !unwritable)
}, 60_000)

it('[T13] a Redis that begins to evict while serving is told to every screen and by /readyz, until it does not', async () => {
  await using redis = await startRedis()
  await using server = await startTestServer({ redisUrl: redis.url })
  using client = await new LiveClient(server.url).live()
  const unfit = () => client.heard.frames.findLast(({ log }) => log !== undefined)?.log?.unfit
  expect(unfit()).toBeUndefined()
  expect(await ask(redis.port, 'CONFIG SET maxmemory 512mb maxmemory-policy allkeys-lru')).toMatch(/OK/)
  await waitFor('a frame says so', () => unfit() === true, 20_000, () => client.heard.frames.at(-1))
  expect(await ready(server.url)).toMatchObject({ status: 200, reason: expect.stringMatching(/cannot be trusted with the log: .*noeviction\.$/) })
  expect(await ask(redis.port, 'CONFIG SET maxmemory-policy noeviction')).toMatch(/OK/)
  await waitFor('no more', () => unfit() === undefined, 20_000)
  expect((await ready(server.url)).reason).toBeUndefined()
}, 60_000)
