import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

it('[P2][P7][P9] a report that is posted reaches screen and desk, and their digests agree', async () => {
  await using server = await startTestServer()
  using screen = await new LiveClient(server.url).live()
  using desk = await new LiveClient(server.url, { audience: 'desk', region: '152921' }).live()
  const { status, body } = await server.post(reportIncident('WG-1'))
  expect(status).toBe(200)
  expect(body).toEqual({ results: [{ accepted: true, reached: 'durable', id: expect.any(String), entry: expect.stringMatching(/^\d+-\d+$/) }] })
  await screen.knows('WG-1')
  await desk.knows('WG-1')
  expect(screen.state!.incident.incidents.get('WG-1')!.title).toBeUndefined()
  expect(desk.state!.incident.incidents.get('WG-1')!.title).toBe('井盖松动')
  expect(screen.digest).toBe(desk.digest)
  const seen = screen.matches
  await waitFor('a digest comes', () => screen.matches > seen, 7000)
  expect([screen.mismatches, desk.mismatches, screen.gaps, desk.gaps]).toEqual([[], [], 0, 0])
})

it('takes /live as the namespace too, at either path', async () => {
  await using server = await startTestServer()
  using usual = await new LiveClient(server.url, undefined, { path: '/socket.io', namespace: '/live' }).live()
  using own = await new LiveClient(server.url, undefined, { namespace: '/live' }).live()
  await server.post(reportIncident('WG-1'))
  await usual.knows('WG-1')
  await own.knows('WG-1')
})
