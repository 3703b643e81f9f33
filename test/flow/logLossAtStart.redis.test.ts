import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { TestServer } from '../support/startTestServer.ts'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { systemClock } from '../../server/clock.ts'
import { nextEntryId } from '../../server/log/nextEntryId.ts'
import { openEventLog } from '../../server/log/openEventLog.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { ask, startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))
async function folder(): Promise<string> {
  folders.push(await mkdtemp(join(tmpdir(), 'wangge-seen-')))
  return folders.at(-1)!
}

const kept = async (server: TestServer) => ((await server.get('/api/v1/losses?audience=desk')).body as { losses: Loss[] }).losses
const metrics = async (server: TestServer) => /^wangge_log_losses_unsigned (\d+)$[^]*^wangge_log_missing_matters (\d+)$/m.exec(String((await server.get('/metrics')).body))?.slice(1).join('/')
const reason = async (server: TestServer) => ((await server.get('/readyz')).body as { reason?: string }).reason ?? ''
const isReady = async (server: TestServer) => (await server.get('/readyz')).status === 200
const knows = async (server: TestServer, id: string) => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes(id)
const epoch = async (server: TestServer) => ((await server.get('/api/v1/state')).body as { cursor: string }).cursor.split('~')[0]
const sign = (server: TestServer, id: string) => fetch(`${server.url}/api/v1/losses`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, actor: 'seat-1' }) })
const once = <T>(what: string, found: () => Promise<T>) => waitFor(what, async () => await found() || undefined, 20_000)

it('[T17] a Redis that is flushed while no server runs is told at the start, once however many servers start, until a seat signs; then a start is silent', async () => {
  await using district = await deskDistrict()
  await using redis = await startRedis()
  const [one, two] = [await folder(), await folder()]
  const start = (dataDir: string) => startTestServer({ redisUrl: redis.url, districtDir: district.path, dataDir })
  let before: string | undefined
  {
    await using first = await start(one)
    await using second = await start(two)
    await first.post([reportIncident('WG-1'), reportIncident('WG-2'), reportIncident('WG-3'), reportIncident('WG-over'), { type: 'incident.closed', subject: 'WG-over', data: { disposition: 'settled' } }])
    await once('both know it', async () => await knows(first, 'WG-over') && knows(second, 'WG-over'))
    before = await epoch(first)
  }
  {
    // The same log, as it was left: nothing is lost.
    await using again = await start(one)
    await once('it is ready', () => isReady(again))
    expect([await kept(again), await metrics(again), await epoch(again)]).toEqual([[], '0/0', before])
  }
  const stale = await folder()
  await cp(two, stale, { recursive: true })
  expect(await ask(redis.port, 'FLUSHALL')).toMatch(/OK/)

  await using first = await start(one)
  await once('it is told', async () => /3 open matters are missing/.test(await reason(first)))
  expect([await metrics(first), await epoch(first) === before]).toEqual(['1/3', false])
  const [told] = await once('it is kept', async () => (await kept(first)).length === 1 && kept(first)) as Loss[]
  {
    await using second = await start(two)
    await once('the second tells the same', async () => (await reason(second)).includes('3 open matters are missing'))
    expect(await kept(second)).toEqual([told])
  }
  expect((await sign(first, told!.id)).status).toBe(200)
  await once('silent', async () => await reason(first) === '')
  // One that never heard of the signature, and had seen the log of then.
  await using second = await start(stale)
  await once('it is ready', () => isReady(second))
  expect([await reason(second), await metrics(second)]).toEqual(['', '0/0'])
  expect(await kept(second)).toEqual([expect.objectContaining({ id: told!.id, signed: expect.objectContaining({ by: 'seat-1' }) })])
}, 120_000)

it('[T17] a Redis that comes back shorter, under the epoch that it had, begins a new one and says what is missing; another log under the same DATA_DIR is none that was lost', async () => {
  await using district = await deskDistrict()
  await using redis = await startRedis('--appendfsync', 'always')
  await using other = await startRedis()
  const dataDir = await folder()
  const start = (redisUrl: string) => startTestServer({ redisUrl, districtDir: district.path, dataDir })
  let before: string | undefined
  {
    await using server = await start(redis.url)
    await server.post(reportIncident('WG-1'))
    await once('it is known', () => knows(server, 'WG-1'))
    before = await epoch(server)
  }
  const size = await redis.written()
  {
    await using server = await start(redis.url)
    await server.post([reportIncident('WG-2'), reportIncident('WG-3')])
    await once('they are known', () => knows(server, 'WG-3'))
  }
  {
    await using elsewhere = await start(other.url)
    await once('it is ready', () => isReady(elsewhere))
    expect([await reason(elsewhere), await kept(elsewhere)]).toEqual(['', []])
  }
  await redis.loseTail(await redis.written() - size)
  await redis.start()
  expect(await ask(redis.port, 'GET {152921}:log:epoch')).toContain(before)

  await using server = await start(redis.url)
  await once('it is told', async () => /2 open matters are missing/.test(await reason(server)))
  expect([await knows(server, 'WG-1'), await knows(server, 'WG-3'), await epoch(server) === before]).toEqual([true, false, false])
}, 120_000)

it('[T17] what was trimmed after it was archived is not lost', async () => {
  await using district = await deskDistrict()
  await using redis = await startRedis()
  const dataDir = await folder()
  const start = () => startTestServer({ redisUrl: redis.url, districtDir: district.path, dataDir })
  {
    await using server = await start()
    await server.post([reportIncident('WG-1'), reportIncident('WG-2')])
    await once('it is known', () => knows(server, 'WG-2'))
  }
  {
    await using log = await openEventLog({ redisUrl: redis.url, dataDir, districtCode: '152921', clock: systemClock })
    const { token } = (await log.acquireLease('test', 'test', 10_000))!
    expect(await log.trim('incident', nextEntryId((await log.bounds('incident'))!.last), { lease: 'test', token })).toBe(2)
  }
  await using server = await start()
  await once('it is ready', () => isReady(server))
  expect(await kept(server)).toEqual([])
}, 60_000)

it('[T17] an embedded log that is gone from DATA_DIR is told at the start, and what it was told of before too', async () => {
  await using district = await deskDistrict()
  const dataDir = await folder()
  const start = () => startTestServer({ districtDir: district.path, dataDir })
  const lose = () => rm(join(dataDir, 'log'), { recursive: true })
  {
    await using server = await start()
    await server.post([reportIncident('WG-1'), reportIncident('WG-2')])
    await once('they are known', () => knows(server, 'WG-2'))
  }
  await lose()
  {
    await using server = await start()
    await once('it is told', async () => /2 open matters are missing/.test(await reason(server)))
    await server.post(reportIncident('WG-3'))
    await once('it is known', () => knows(server, 'WG-3'))
  }
  await lose()
  await using server = await start()
  await once('both are told', async () => /3 open matters are missing/.test(await reason(server)))
  expect((await kept(server)).map(({ missing }) => missing).sort()).toEqual([1, 2])
}, 60_000)
