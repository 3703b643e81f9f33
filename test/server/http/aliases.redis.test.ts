import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { LiveClient } from '../../support/liveClient.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startRedis } from '../../support/startRedis.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[A21][A23] two servers of one log make the same aliases, and show who called for help alike, the second started after it', async () => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await one.post([
    reportIncident('13912345678', { grid: '152921101001001' }),
    // Nobody of this name is on shift.
    { type: 'patrol.position', subject: 'V1', data: { lng: 105.05, lat: 38.05 } },
    { type: 'patrol.sos', subject: 'V1', data: { lng: 105.05, lat: 38.05 } },
  ])
  using client = await new LiveClient(one.url).live()
  await waitFor('a digest that matches', () => client.matches > 0)
  await using two = await startTestServer({ redisUrl: redis.url })
  const seen = async (server: typeof one) => {
    const { state, positions, digest } = (await server.get('/api/v1/state?audience=screen')).body as { digest: string; positions: object[]; state: { incident: { incidents: { id: string }[] }; patrol: object } }
    return { ids: state.incident.incidents.map(({ id }) => id), patrol: state.patrol, positions, digest }
  }
  const there = await waitFor('the second has folded it', async () => {
    const told = await seen(two)
    return told.ids.length > 0 && told.positions.length > 0 ? told : undefined
  })
  expect(there).toEqual(await seen(one))
  expect(there).toMatchObject({ ids: [expect.stringMatching(/^~/)], positions: [{ worker: expect.stringMatching(/^~/), lng: 105.05, lat: 38.05 }] })
  const keys = new Redis(redis.url)
  expect(await keys.type('{152921}:log:secret:alias')).toBe('string')
  keys.disconnect()
})
