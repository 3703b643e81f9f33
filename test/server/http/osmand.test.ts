import type { TestServer } from '../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[W5][R20] takes a position in every form that phones send, and keeps what lies outside for the rejected', async () => {
  await using server = await startTestServer()
  const send = async (path: string, init?: RequestInit) => (await fetch(server.url + path, init)).status
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const json = { 'content-type': 'application/json' }
  const seconds = Math.floor(Date.now() / 1000) - 3600
  const traccar = { location: { timestamp: new Date(seconds * 1000).toISOString(), coords: { latitude: 38.05, longitude: 105.35 } }, device_id: 'tracker-7' }

  expect(await send(`/osmand?id=tracker-1&lat=38.05&lon=105.05&timestamp=${seconds}&speed=3`)).toBe(200)
  expect(await send('/osmand?deviceid=tracker-3&location=38.05,105.15', { method: 'POST' })).toBe(200)
  expect(await send('/osmand', { method: 'POST', headers: form, body: 'device_id=tracker-5&lat=38.05&lon=105.25' })).toBe(200)
  expect(await send('/osmand', { method: 'POST', headers: json, body: JSON.stringify(traccar) })).toBe(200)
  expect(await send('/osmand?id=tracker-1&lat=10&lon=10')).toBe(200)
  expect(await send('/osmand?id=tracker-1&lat=38.05&lon=105.05&timestamp=4102444800')).toBe(200)
  // A phone whose battery was flat tells the year 2007 for a while.
  expect(await send('/osmand?id=tracker-1&lat=38.05&lon=105.05&timestamp=1176688800')).toBe(200)

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
  expect(workers[0]!.at).toBe(seconds * 1000)
  await waitFor('three among the rejected', async () => JSON.stringify((await server.get('/api/v1/rejected')).body).includes('"counts":{"outside-district":1,"bad-data":2}'))
})

describe('who calls for help', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const at = Math.floor(Date.now() / 1000) - 60
  const send = async (query: string) => {
    const { status, body } = await server.get(`/osmand?${query}`)
    expect([query, status]).toEqual([query, 200])
    return (body as { entry: string }).entry
  }
  /** Newest SOS of each grid. */
  const sosAt = async () => {
    const { state } = (await server.get('/api/v1/state?audience=desk')).body as { state: { patrol: { sosAt: number[] }; basis: { grids: string[] } } }
    return Object.fromEntries(state.patrol.sosAt.flatMap((ms, i) => ms > 0 ? [[state.basis.grids[i]!, ms]] : []))
  }
  const sosIn = (grid: string, second: number) => waitFor(`the SOS in ${grid}`, async () => (await sosAt())[grid] === second * 1000)

  it('[W20] is heard at the phone’s own time, whether the plain fix came before or after', async () => {
    const fix = (second: number) => `id=tracker-1&lat=38.05&lon=105.05&timestamp=${second}`
    const [plain, sos, again] = [await send(fix(at)), await send(`${fix(at)}&alarm=sos`), await send(`${fix(at)}&alarm=SOS`)]
    expect(new Set([plain, sos, again]).size).toBe(2)
    expect(again).toBe(sos)
    await sosIn('152921101001001', at)
    expect(await send(`${fix(at + 1)}&alarm=sos`)).not.toBe(await send(fix(at + 1)))
    await sosIn('152921101001001', at + 1)
  })

  it('[W20] is heard in Traccar’s JSON', async () => {
    const json = { device_id: 'tracker-3', location: { timestamp: new Date(at * 1000).toISOString(), coords: { latitude: 38.05, longitude: 105.15 }, extras: { alarm: 'sos' } } }
    const response = await fetch(`${server.url}/osmand`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })
    expect(response.status).toBe(200)
    await sosIn('152921101001002', at)
  })

  it('[W21] is heard without a fix and from outside: where last heard, else in the worker’s own grid', async () => {
    // S00005 was last heard in the third grid, which is not the worker's own by the roster.
    await send(`id=tracker-2&lat=38.05&lon=105.25&timestamp=${at}`)
    await waitFor('the fix', async () => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes('"S00002"'))
    await send(`id=tracker-2&alarm=sos&timestamp=${at + 2}`)
    await sosIn('152921101002001', at + 2)
    await send(`id=tracker-2&alarm=sos&lat=10&lon=10&timestamp=${at + 3}`)
    await sosIn('152921101002001', at + 3)
    await send(`id=tracker-4&alarm=sos&timestamp=${at + 4}`)
    await sosIn('152921101001002', at + 4)
  })

  it('[W21] is rejected in words only where neither who nor where is known', async () => {
    await send('id=nobody-knows&alarm=sos')
    await waitFor('it among the rejected', async () => JSON.stringify((await server.get('/api/v1/rejected')).body).includes('"outside-district":1'))
  })

  it('[W22] a heartbeat is 2xx and moves nobody; the source of positions was heard', async () => {
    const before = (await server.get('/api/v1/state?audience=desk')).body as { heard: { patrol: number }; state: { patrol: object } }
    const entry = await send('id=tracker-9&batt=50')
    const after = await waitFor('that it was heard', async () => {
      const { body } = await server.get('/api/v1/state?audience=desk')
      return (body as typeof before).heard.patrol >= Number(entry.split('-')[0]) ? body as typeof before : undefined
    })
    expect(after.state.patrol).toEqual(before.state.patrol)
    expect((await server.get('/api/v1/rejected')).body).not.toMatchObject({ counts: { 'bad-data': expect.anything() } })
  })
})
