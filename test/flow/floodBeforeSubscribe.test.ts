import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { RawLive } from '../support/RawLive.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

it('[P12] who sends too many messages is closed, others go on', async () => {
  await using server = await startTestServer()
  using good = await new LiveClient(server.url).live()
  using flood = await new RawLive(server.url).connected()
  for (let i = 0; i < 5000; i++)
    flood.send('subscribe', { protocol: 1, nonsense: 'x'.repeat(200) })
  await waitFor('it is told why', () => flood.texts.some(text => text.includes('"closing",{"reason":"too-many"}')))
  await waitFor('it is closed', () => flood.closed)
  expect(flood.texts.filter(text => text.includes('"refused"')).length).toBeLessThanOrEqual(100)
  await server.post(reportIncident('WG-1'))
  await good.knows('WG-1')
})

it('[P12] a flood before the namespace is joined, a message that is too large, or no protocol at all: closed', async () => {
  await using server = await startTestServer()
  using early = new RawLive(server.url)
  early.socket.on('open', () => {
    for (let i = 0; i < 1000; i++)
      early.socket.send('3')
  })
  using large = await new RawLive(server.url).connected()
  large.send('subscribe', { protocol: 1, scope: 'x'.repeat(70_000) })
  using rubbish = await new RawLive(server.url).connected()
  rubbish.socket.send('4❄')
  using binary = await new RawLive(server.url).connected()
  binary.socket.send(Buffer.alloc(1000, 255))
  await waitFor('all of them are closed', () => early.closed && large.closed && rubbish.closed)
  expect((await server.get('/healthz')).status).toBe(200)
})

it('[P12] who never subscribes is closed, and links have a number', async () => {
  await using server = await startTestServer({ limits: { subscribeMs: 500, socketsPerAddress: 3 } })
  using idle = await new LiveClient(server.url).connected()
  await waitFor('closed', () => !idle.socket.connected)
  expect(idle.heard.closing).toEqual([{ reason: 'never-subscribed' }])

  const clients = await Promise.all([1, 2, 3].map(() => new LiveClient(server.url).live()))
  using fourth = new LiveClient(server.url)
  await waitFor('the fourth is closed', () => fourth.heard.closing[0]?.reason === 'too-many' && !fourth.socket.connected)
  clients[0]!.socket.disconnect()
  await waitFor('there is room again', async () => /wangge_sockets\{audience="screen"\} 2\n/.test(String((await server.get('/metrics')).body)))
  using fifth = await new LiveClient(server.url).live()
  expect(fifth.heard.closing).toEqual([])
  clients.forEach(client => client.socket.disconnect())
})

it('refuses a page of another site', async () => {
  await using server = await startTestServer()
  using other = new RawLive(server.url, { origin: 'https://elsewhere.example' })
  await waitFor('refused', () => other.closed)
  expect(other.texts).toEqual([])
  using own = await new RawLive(server.url, { origin: server.url }).connected()
  expect(own.closed).toBe(false)
})
