import { describe, expect, it } from 'vitest'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { DeskClient } from '../../support/DeskClient.ts'
import { startRedis } from '../../support/startRedis.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

describe('two servers on one Redis', () => {
  it('[N5] their desks see each other and each other’s walls, and drive them; a server that stopped is gone', async () => {
    await using redis = await startRedis()
    await using folder = await deskDistrict()
    const parts = { districtDir: folder.path, redisUrl: redis.url }
    await using a = await startTestServer(parts)
    await using b = await startTestServer(parts)
    using wall = await new DeskClient(b.url, 'screen').hangs({ name: 'hall' })
    using near = await new DeskClient(b.url, 'desk').sits('seat-2')
    using far = await new DeskClient(a.url, 'desk').sits('seat-1')
    await waitFor('both see both, and the wall', () => [near, far].every(({ officers, walls }) => officers.length === 2 && walls.length === 1), 20_000, () => [near.officers, far.officers, far.walls])
    expect(await far.drive({ id: 'd1', scene: 'incidents' })).toEqual({ accepted: true, id: 'd1', walls: 1 })
    await waitFor('the wall at the other server is told', () => wall.shows.length === 1)
    await wall.hangs({ name: 'hall', scene: 'incidents', painted: 'd1' })
    await waitFor('painted is seen at the other server', () => far.walls[0]?.painted === 'd1')

    await b[Symbol.asyncDispose]()
    await waitFor('who was at the other server has gone', () => far.officers.length === 1 && far.walls.length === 0, 20_000, () => far.officers)
    expect(await far.drive({ id: 'd2', scene: 'overview' })).toMatchObject({ accepted: false, reason: 'unknown-wall' })
  }, 60_000)

  it('[U3] both seats sign at once at two servers: one handover, complete, the same at both', async () => {
    await using redis = await startRedis()
    await using folder = await deskDistrict()
    const parts = { districtDir: folder.path, redisUrl: redis.url }
    await using a = await startTestServer(parts)
    await using b = await startTestServer(parts)
    const sign = async (url: string, sign: 'from' | 'to') => {
      const response = await fetch(`${url}/api/v1/handovers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 'h1', from: 'seat-1', to: 'seat-2', sign }) })
      return response.status
    }
    const answers = await Promise.all([sign(a.url, 'from'), sign(b.url, 'from'), sign(a.url, 'to'), sign(b.url, 'to')])
    expect(answers).toEqual([200, 200, 200, 200])
    const [here, there] = await Promise.all([a, b].map(server => server.get('/api/v1/handovers?audience=desk')))
    expect(here!.body).toEqual(there!.body)
    expect(here!.body).toMatchObject({ handovers: [{ id: 'h1', signed: { from: {}, to: {} } }] })
    expect((here!.body as { handovers: { completeAt?: number }[] }).handovers).toHaveLength(1)
    expect((here!.body as { handovers: { completeAt?: number }[] }).handovers[0]!.completeAt).toBeGreaterThan(0)
  }, 60_000)
})
