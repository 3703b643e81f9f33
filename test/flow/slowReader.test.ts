import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { RawLive } from '../support/RawLive.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const scope = { audience: 'desk', region: '152921' } as const

it('[P12] a socket that does not read is terminated though it answers pings; others and memory do not feel it', async () => {
  await using server = await startTestServer({ ingestRate: 1_000_000 })
  using good = await new LiveClient(server.url, scope).live()
  using slow = await new RawLive(server.url).connected()
  slow.send('subscribe', { protocol: 1, scope, cursor: good.cursor })
  await waitFor('it is live', () => slow.texts.some(text => text.startsWith('42["frame"')))
  slow.socket.pause()
  const description = '汉'.repeat(3900)
  let serial = 0
  // The systems of both ends take some megabytes before anything waits here.
  await waitFor('it is terminated', async () => {
    slow.socket.send('3')
    const { status } = await server.post(Array.from({ length: 60 }, () => reportIncident(`WG-${++serial}`, { description })))
    expect(status).toBe(200)
    return /wangge_closed_total\{reason="consumer-too-slow"\} 1/.test(String((await server.get('/metrics')).body))
  }, 60_000, () => serial)
  await good.knows(`WG-${serial}`)
  expect([good.gaps, good.mismatches, good.heard.refetch]).toEqual([0, [], []])
  const metrics = String((await server.get('/metrics')).body)
  expect(metrics).toMatch(/wangge_sockets\{audience="desk"\} 1\n/)

  // It comes back by itself, and reads this time.
  using again = await new LiveClient(server.url, scope).live()
  await again.knows(`WG-${serial}`)
}, 90_000)
