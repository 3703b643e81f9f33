import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryLog, SECRET } from '../support/arbitraryEvents.ts'
import { RawLive } from '../support/RawLive.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { tinyBasis } from '../support/tinyBasis.ts'
import { waitFor } from '../support/waitFor.ts'

const GRIDS = ['152921101001001', '152921101001002', '152921101002001', '152921102200001', '152921101001001', '152921101001002']
const TEN_DAYS = 10 * 86_400_000
/** What must not be in any byte for a screen: the marker, ids that carry people, staff ids, places finer than 100 m. */
const FORBIDDEN = [SECRET, 'PERSONAL', '张三', '13812345678', '王五', '13987654321', /S0000\d/, /10\d\.\d{4}/, /tracker-/]

it('[A3][A6] no value of a field that is not public is in any byte sent to a screen', async () => {
  await using server = await startTestServer({ ingestRate: 1_000_000 })
  using screen = await new RawLive(server.url).connected()
  using desk = await new RawLive(server.url).connected()
  const bodies: string[] = []
  for (const [audience, raw] of [['screen', screen], ['desk', desk]] as const) {
    const { cursor } = (await server.get(`/api/v1/state?audience=${audience}`)).body as { cursor: string }
    raw.send('subscribe', { protocol: 1, scope: { audience, region: '152921' }, cursor })
  }
  await waitFor('both are live', () => [screen, desk].every(raw => raw.texts.some(text => text.startsWith('42["frame"'))))

  const logs = fc.sample(arbitraryLog, { numRuns: 40, seed: 11 })
  for (const [run, log] of logs.entries()) {
    const events = log.map(event => toPosted(JSON.parse(JSON.stringify(event)) as Posted, run))
    if (events.length > 0)
      await server.post(events)
  }
  await server.get(`/osmand?id=tracker-1&lat=38.054321&lon=105.054321`)
  const { body } = await server.post({ type: 'incident.reported', subject: 'WG-END', data: { category: 'safety', severity: 'I', channel: 'app', grid: GRIDS[0] } })
  expect(body).toMatchObject({ results: [{ accepted: true }] })
  for (const raw of [screen, desk])
    await waitFor('the last event', () => raw.texts.some(text => text.includes('WG-END')))
  await waitFor('a position', () => screen.texts.some(text => text.includes('"positions"')))
  bodies.push(JSON.stringify((await server.get('/api/v1/state?audience=screen')).body))
  bodies.push(JSON.stringify((await server.get('/api/v1/state?audience=screen&region=152921101')).body))
  bodies.push(JSON.stringify((await server.get('/api/v1/district?audience=screen')).body).replace(/"grids":.*/, ''))
  bodies.push(JSON.stringify((await server.get('/api/v1/rejected')).body))

  expect(screen.texts.join('').length).toBeGreaterThan(100_000)
  expect(desk.texts.some(text => text.includes('张三'))).toBe(true)
  for (const text of [...screen.texts, ...bodies]) {
    for (const secret of FORBIDDEN)
      expect(typeof secret === 'string' ? text.includes(secret) : secret.test(text), `${secret} in ${text.slice(0, 300)}`).toBe(false)
  }
  expect(server.logged.join('')).not.toMatch(/张三|13812345678|38\.05/)
}, 60_000)

interface Posted { time: string; id: string; subject: string; data: Record<string, unknown> & { place?: { lng: number; lat: number }; lng?: number; lat?: number } }

/** A generated event as a producer sends it: in the past, at places of the tiny district. */
function toPosted(event: Posted, run: number): Posted {
  const { data } = event
  if (data.place) {
    data.place = within(data.place)
    delete data.grid
  }
  if (data.lng !== undefined && data.lat !== undefined)
    Object.assign(data, within({ lng: data.lng, lat: data.lat }))
  const moved = tinyBasis.grids.reduce((text, grid, i) => text.replaceAll(grid, GRIDS[i]!), JSON.stringify(event))
  const { stream: _stream, entry: _entry, ...rest } = JSON.parse(moved) as Posted & { stream: string; entry: string }
  return { ...rest, id: `${event.id}-${run}`, time: new Date(Date.parse(event.time) - TEN_DAYS).toISOString() }
}

function within({ lng, lat }: { lng: number; lat: number }): { lng: number; lat: number } {
  return { lng: 105.00001 + (lng - 103) / 4 * 0.3999, lat: 38.00001 + (lat - 37) / 4 * 0.0999 }
}
