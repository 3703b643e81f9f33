import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

it('[P8][R1] Redis is killed and comes back: the strip is told, nothing is lost, no client has to reconnect', async () => {
  await using redis = await startRedis('--appendfsync', 'always')
  await using server = await startTestServer({ redisUrl: redis.url })
  using client = await new LiveClient(server.url).live()
  await server.post(reportIncident('WG-1'))
  await client.knows('WG-1')

  await redis.kill()
  await waitFor('a heartbeat that says the log is away', () => client.heard.frames.at(-1)?.log?.up === false, 15_000, () => client.heard.frames.at(-1))
  const { status, body } = await server.get('/readyz')
  expect(status).toBe(503)
  expect(body).toMatchObject({ log: 'down', reason: expect.stringMatching(/log/) })
  expect((await server.get('/healthz')).status).toBe(200)
  expect((await server.get('/api/v1/state')).status).toBe(200)
  const refused = await server.post(reportIncident('WG-2'))
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('2')

  await redis.start()
  await waitFor('ready again', async () => (await server.get('/readyz')).status === 200, 20_000)
  await waitFor('a post that is accepted', async () => (await server.post(reportIncident('WG-3'))).status === 200, 20_000)
  await client.knows('WG-3')
  const seen = client.matches
  await waitFor('a digest that matches', () => client.matches > seen)
  expect(client.state!.incident.incidents.has('WG-1')).toBe(true)
  expect([client.mismatches, client.gaps, client.socket.connected]).toEqual([[], 0, true])
}, 90_000)
