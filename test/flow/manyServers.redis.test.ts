import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

it('[P1][P4] a client that moves between servers of one log resumes, back and forth', async () => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await using two = await startTestServer({ redisUrl: redis.url })
  let client = await new LiveClient(one.url).live()
  let serial = 0
  for (const server of [two, one, two, one]) {
    // Straight after an event, so that the other server may not have read it yet.
    await Promise.all(Array.from({ length: 20 }, () => one.post(reportIncident(`WG-${++serial}`))))
    await two.post({ type: 'grid-status.risk.changed', subject: '152921101001001', data: { risk: serial % 40 ? 'high' : 'low' } })
    const before = client
    client = await client.moveTo(server.url)
    before.socket.disconnect()
    await waitFor('resumed there', () => client.heard.resumed.length === 1, 10_000, () => client.heard)
    await client.knows(`WG-${serial}`)
  }
  await waitFor('a digest that matches', () => client.matches >= 2)
  expect([client.mismatches, client.gaps, client.heard.refetch]).toEqual([[], 0, []])
  client.socket.disconnect()
})

it('[R2] of two servers one copies a rejected entry, once', async () => {
  await using redis = await startRedis()
  await using one = await startTestServer({ redisUrl: redis.url })
  await using two = await startTestServer({ redisUrl: redis.url })
  await one.post([reportIncident('WG-1'), reportIncident('WG-1'), reportIncident('WG-1')])
  await one.post({ type: 'incident.closed', subject: 'WG-404', data: {} })
  for (const server of [one, two]) {
    await waitFor('both have judged', async () => {
      const { body } = await server.get('/api/v1/rejected')
      return (body as { rejected: { counts: { unlawful?: number } } }).rejected.counts.unlawful === 3
    })
  }
  await using reader = await startTestServer({ redisUrl: redis.url })
  await waitFor('and a third one too', async () => JSON.stringify((await reader.get('/api/v1/rejected')).body).includes('"unlawful":3'))
  const { Redis } = await import('ioredis')
  const direct = new Redis(redis.url)
  const copies = await waitFor('three copies', async () => {
    const found = await direct.xrange('{152921}:rejected', '-', '+')
    return found.length >= 3 ? found : undefined
  })
  expect(copies).toHaveLength(3)
  expect(copies[2]![1]).toEqual(expect.arrayContaining(['stream', 'incident', 'reason', 'unlawful', 'path', 'subject']))
  direct.disconnect()
})
