import { expect, it } from 'vitest'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[W5] takes a position in every form that phones send, and keeps what lies outside for the rejected', async () => {
  await using server = await startTestServer()
  const send = async (path: string, init?: RequestInit) => (await fetch(server.url + path, init)).status
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const json = { 'content-type': 'application/json' }
  const traccar = { location: { timestamp: '2026-11-24T01:00:00Z', coords: { latitude: 38.05, longitude: 105.35 } }, device_id: 'tracker-7' }

  expect(await send('/osmand?id=tracker-1&lat=38.05&lon=105.05&timestamp=1764000000&speed=3')).toBe(200)
  expect(await send('/osmand?deviceid=tracker-3&location=38.05,105.15', { method: 'POST' })).toBe(200)
  expect(await send('/osmand', { method: 'POST', headers: form, body: 'device_id=tracker-5&lat=38.05&lon=105.25' })).toBe(200)
  expect(await send('/osmand', { method: 'POST', headers: json, body: JSON.stringify(traccar) })).toBe(200)
  expect(await send('/osmand?id=tracker-1&lat=10&lon=10')).toBe(200)
  expect(await send('/osmand?id=tracker-1&lat=38.05&lon=105.05&timestamp=4102444800')).toBe(200)

  expect(await send('/osmand?lat=38.05&lon=105.05')).toBe(400)
  expect(await send('/osmand?id=tracker-1&lat=abc&lon=105.05')).toBe(400)
  expect(await send('/osmand', { method: 'POST', headers: json, body: '{"device_id":' })).toBe(400)
  expect(await send('/osmand', { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' })).toBe(415)
  expect(await send('/osmand', { method: 'DELETE' })).toBe(405)

  const workers = await waitFor('four workers', async () => {
    const { state } = (await server.get('/api/v1/state?audience=desk')).body as { state: { patrol: { workers: { worker: string; grid: string; at: number }[] } } }
    return state.patrol.workers.length === 4 ? state.patrol.workers : undefined
  })
  expect(workers.map(({ worker, grid }) => `${worker} ${grid}`)).toEqual(['S00001 152921101001001', 'S00003 152921101001002', 'S00005 152921101002001', 'S00007 152921102200001'])
  expect(workers[0]!.at).toBe(1_764_000_000_000)
  await waitFor('two among the rejected', async () => JSON.stringify((await server.get('/api/v1/rejected')).body).includes('"counts":{"outside-district":1,"bad-data":1}'))
})
