import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { TestServer } from '../support/startTestServer.ts'
import { expect, it } from 'vitest'
import { deskDistrict } from '../support/deskDistrict.ts'
import { LiveClient } from '../support/liveClient.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { ask, startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const lossIn = (client: LiveClient) => client.heard.frames.findLast(({ log }) => log !== undefined)?.log?.loss
const kept = async (server: TestServer) => ((await server.get('/api/v1/losses?audience=desk')).body as { losses: Loss[] }).losses
const metric = async (server: TestServer, name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(String((await server.get('/metrics')).body))?.[1]
const reason = async (server: TestServer) => ((await server.get('/readyz')).body as { reason?: string }).reason

/** What every screen does when the log is another one. */
async function rejoin(client: LiveClient): Promise<void> {
  await waitFor('told to fetch anew', () => client.heard.refetch.length > 0, 20_000)
  await client.fetchState(client.heard.refetch.splice(0)[0]!.href)
  client.subscribe()
}

async function sign(server: TestServer, body: object): Promise<{ status: number; accepted: boolean; duplicate?: true; loss?: Loss; reason?: string }> {
  const response = await fetch(`${server.url}/api/v1/losses`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { status: response.status, ...await response.json() as { accepted: boolean } }
}

it('[T11][T12] a Redis that is flushed while serving is told by every server and screen, once, until a seat signs for it; of two seats one wins', async () => {
  await using district = await deskDistrict()
  await using redis = await startRedis()
  const options = { redisUrl: redis.url, districtDir: district.path }
  await using one = await startTestServer(options)
  await using two = await startTestServer(options)
  using wall = await new LiveClient(one.url).live()
  using desk = await new LiveClient(two.url, { audience: 'desk', region: '152921' }).live()
  await one.post([reportIncident('WG-1'), reportIncident('WG-2'), reportIncident('WG-3'), reportIncident('WG-over'), { type: 'incident.closed', subject: 'WG-over', data: { disposition: 'settled' } }])
  for (const client of [wall, desk])
    await client.knows('WG-3')
  expect([await kept(one), lossIn(wall), await metric(one, 'wangge_log_losses_total')]).toEqual([[], undefined, '0'])

  expect(await ask(redis.port, 'FLUSHALL')).toMatch(/OK/)
  // Its producer sends one of them again: it is not missing.
  await waitFor('it is reported again', async () => (await two.post(reportIncident('WG-1'))).status === 200)
  await Promise.all([wall, desk].map(rejoin))
  const told = [wall, desk].map(client => waitFor('the loss in a frame', () => lossIn(client)?.missing === 2 && lossIn(client), 20_000, () => client.heard.frames.at(-1)))
  const [first] = await Promise.all(told)
  await waitFor('both tell the same', () => JSON.stringify(lossIn(wall)) === JSON.stringify(lossIn(desk)) && lossIn(wall)?.id === (first as { id: string }).id)
  const same = lossIn(wall)
  expect(same).toEqual({ id: expect.any(String), at: expect.any(Number), times: 1, missing: 2 })
  expect(await reason(one)).toMatch(/2 open matters are missing/)
  expect((await one.get('/readyz')).status).toBe(200)
  for (const server of [one, two])
    expect([await metric(server, 'wangge_log_losses_total'), await metric(server, 'wangge_log_losses_unsigned'), await metric(server, 'wangge_log_missing_matters')]).toEqual(['1', '1', '2'])
  await using fresh = await startTestServer(options)
  using late = await new LiveClient(fresh.url).live()
  expect(await waitFor('a fresh server tells it too', () => lossIn(late))).toEqual(same)
  expect((await one.get('/api/v1/losses')).status).toBe(403)

  const { id } = first as { id: string }
  expect(await sign(one, { id, actor: 'nobody' })).toMatchObject({ status: 403, reason: 'unknown-seat' })
  expect(await sign(one, { id: 'another', actor: 'seat-1' })).toMatchObject({ status: 404, reason: 'unknown-loss' })
  expect(await sign(one, { id, actor: 'seat-1', more: 1 })).toMatchObject({ status: 422, reason: 'bad-request' })
  const both = await Promise.all([sign(one, { id, actor: 'seat-1', note: '已电话核对' }), sign(two, { id, actor: 'seat-2' })])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const winner = both[0].accepted ? 'seat-1' : 'seat-2'
  expect(both.map(({ loss }) => loss?.signed?.by)).toEqual([winner, winner])
  expect(await sign(two, { id, actor: winner })).toMatchObject({ status: 200, duplicate: true, loss: { signed: { by: winner } } })
  for (const client of [wall, desk, late])
    await waitFor('silent again', () => client.heard.frames.at(-1)!.log !== undefined && lossIn(client) === undefined)
  expect(await reason(two)).toBeUndefined()
  expect(await kept(fresh)).toEqual([expect.objectContaining({ id, missing: 2, signed: expect.objectContaining({ by: winner }) })])
}, 90_000)

it('[T11] a Redis that came back empty is told; a second loss is told beside the first, and one signature serves for both', async () => {
  await using district = await deskDistrict()
  await using redis = await startRedis('--appendonly', 'no')
  await using server = await startTestServer({ redisUrl: redis.url, districtDir: district.path })
  using wall = await new LiveClient(server.url).live()
  await server.post([reportIncident('WG-1'), reportIncident('WG-2')])
  await wall.knows('WG-2')
  await redis.kill()
  await redis.start()
  await rejoin(wall)
  await waitFor('the loss', () => lossIn(wall)?.missing === 2, 20_000, () => wall.heard.frames.at(-1))
  await waitFor('it is reported', async () => (await server.post(reportIncident('WG-3'))).status === 200)
  await waitFor('it is known', async () => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes('WG-3'))
  const first = await waitFor('it is kept', async () => (await kept(server))[0])

  // What was kept of the first loss is lost as well, and is kept anew.
  expect(await ask(redis.port, 'FLUSHALL')).toMatch(/OK/)
  await rejoin(wall)
  const both = await waitFor('the second loss', () => lossIn(wall)?.times === 2 ? lossIn(wall) : undefined, 20_000, () => wall.heard.frames.at(-1))
  expect(both).toMatchObject({ times: 2, missing: 3 })
  expect(both.id).not.toBe(first.id)
  await using fresh = await startTestServer({ redisUrl: redis.url, districtDir: district.path })
  expect(await waitFor('both are kept', async () => (await kept(fresh)).length === 2 && await kept(fresh))).toMatchObject([{ id: both.id, missing: 1 }, { id: first.id, missing: 2 }])
  expect(await sign(fresh, { id: both.id, actor: 'seat-1' })).toMatchObject({ status: 200 })
  await waitFor('silent again', () => lossIn(wall) === undefined)
  expect((await kept(fresh)).map(({ signed }) => signed?.by)).toEqual(['seat-1', 'seat-1'])
}, 90_000)
