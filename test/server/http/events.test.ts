import type { TestServer } from '../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

const STRUCTURED = { 'content-type': 'application/cloudevents+json' }
const BATCH = { 'content-type': 'application/cloudevents-batch+json' }
/** An hour ago by the clocks of China. */
const LOCAL_TIME = `${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19)}+08:00`
const cloud = (more: Record<string, unknown> = {}) => ({ specversion: '1.0', source: 'hotline', id: '1', ...reportIncident('WG-C'), ...more })

describe('POST /api/v1/events', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ ingestRate: 1_000_000 })
  })
  afterAll(() => server[Symbol.asyncDispose]())

  it('[R20][W30] a clock of long ago is told to be set, but for a source that tells the past', async () => {
    const times = ['0001-01-01T00:00:00Z', '1970-01-01T08:00:05+08:00', '2007-04-16T10:00:00+08:00']
    const of = (source: string) => times.map((time, i) => reportIncident(`WG-${source}-${i}`, {}, { time, source, id: String(i) }))
    const { results } = (await server.post([...of('hotline'), ...of('past-office')])).body as { results: { accepted: boolean; reason?: string; path?: string; message?: string }[] }
    expect(results.map(({ accepted, path }) => accepted || path)).toEqual(['time', 'time', 'time', true, true, true])
    expect(results[0]).toMatchObject({ reason: 'bad-data', message: expect.stringContaining('set the clock of the sender') })
    await waitFor('the past to be folded', async () => JSON.stringify((await server.get('/api/v1/state?audience=desk&region=152921')).body).includes('WG-past-office-2'))
  })

  it('[W3] answers for each event, in order', async () => {
    const { status, body } = await server.post([
      reportIncident('WG-1'),
      7,
      { type: 'incident.reported' },
      { ...reportIncident('WG-1'), type: 'incident.invented' },
      { ...reportIncident('WG-1'), data: { category: 'weather' } },
      reportIncident('WG-1', { place: { lng: 116.4, lat: 39.9 } }),
      reportIncident('WG-1', { grid: '152921101001777' }),
      { ...reportIncident('WG-1'), time: '2999-01-01T00:00:00Z' },
      reportIncident('WG-1', { deep: JSON.parse('['.repeat(64) + ']'.repeat(64)) as unknown }),
      reportIncident('WG-1', { long: 'x'.repeat(263_000) }),
      reportIncident('WG-2'),
    ])
    expect(status).toBe(200)
    const { results } = body as { results: { accepted: boolean; reason?: string; path?: string; message?: string }[] }
    expect(results.map(({ accepted, reason, path }) => accepted ? 'accepted' : `${reason} ${path}`)).toEqual([
      'accepted',
      'bad-envelope ',
      'bad-envelope subject',
      'unknown-type type',
      'bad-data data.category',
      'outside-district data.place',
      'outside-district data.grid',
      'bad-data time',
      'too-large data',
      'too-large data',
      'accepted',
    ])
    expect(results.every(({ accepted, message }) => accepted || message!.length > 10)).toBe(true)
  })

  it('[W1] answers a whole request by what is wrong with it, never 5xx', async () => {
    expect((await server.post([])).body).toEqual({ results: [] })
    expect((await server.post(reportIncident('WG-3', { severity: 'V' }))).status).toBe(422)
    const cases: [number, string, Record<string, string>][] = [
      [400, '{"type":', {}],
      [400, '', {}],
      [400, '\uFEFF{}x', {}],
      [415, '{}', { 'content-type': 'text/plain' }],
      [415, '{}', { 'content-type': 'application/json; charset=gbk' }],
      [415, '{}', { 'content-encoding': 'gzip' }],
      [413, JSON.stringify([reportIncident('WG-4', { x: 'x'.repeat(1024 * 1024) })]), {}],
      [413, JSON.stringify(Array.from({ length: 1001 }, () => 1)), {}],
      [400, '{}', BATCH],
    ]
    for (const [status, text, headers] of cases) {
      const answer = await server.post(text, headers)
      expect([answer.status, answer.headers.get('content-type')], text.slice(0, 40)).toEqual([status, expect.stringContaining('application/problem+json')])
      expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
    }
    expect((await server.post(reportIncident('WG-5'), { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(200)
    const broken = await fetch(`${server.url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: new Uint8Array([0x22, 0xFF, 0x22]) })
    expect(broken.status).toBe(400)
  })

  it('[W2] the same source and id appends once', async () => {
    const event = { ...reportIncident('WG-6'), source: 'app', id: '6' }
    const first = (await server.post(event)).body as { results: [{ entry: string }] }
    expect((await server.post([event, { ...event, id: '7', subject: 'WG-7' }])).body).toMatchObject({ results: [{ accepted: true, id: '6', entry: first.results[0].entry, duplicate: true }, { accepted: true, id: '7' }] })
    const unnamed = (await server.post(reportIncident('WG-8'))).body as { results: [{ id: string; entry: string }] }
    expect(unnamed.results[0].id).toBe(unnamed.results[0].entry)
  })

  it('[W4] takes CloudEvents in structured, batch and binary mode, with offset and producer’s id', async () => {
    expect((await server.post(cloud({ time: LOCAL_TIME, subject: 'WG-S', extension: 'x' }), STRUCTURED)).body).toMatchObject({ results: [{ accepted: true, id: '1' }] })
    expect((await server.post([cloud({ id: '2', subject: 'WG-B' }), cloud({ id: undefined })], BATCH)).body).toMatchObject({ results: [{ accepted: true, id: '2' }, { accepted: false, reason: 'bad-envelope', path: 'id' }] })
    const binary = await fetch(`${server.url}/api/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'ce-specversion': '1.0', 'ce-type': 'incident.reported', 'ce-source': 'hotline', 'ce-id': '3', 'ce-subject': 'WG-%E4%BA%95', 'ce-time': LOCAL_TIME, 'ce-actor': 'S1' },
      body: JSON.stringify(reportIncident('').data),
    })
    expect(await binary.json()).toMatchObject({ results: [{ accepted: true, id: '3' }] })
    const { incidents } = await waitFor('all three', async () => {
      const { state } = (await server.get('/api/v1/state?audience=desk')).body as { state: { incident: { incidents: { id: string; reportedAt: number }[] } } }
      return ['WG-S', 'WG-B', 'WG-井'].every(id => state.incident.incidents.some(each => each.id === id)) ? state.incident : undefined
    })
    expect(incidents.find(({ id }) => id === 'WG-S')!.reportedAt).toBe(Date.parse(LOCAL_TIME))
  })

  it.each([
    ['no specversion', { specversion: undefined }, 'specversion'],
    ['specversion 0.3', { specversion: '0.3' }, 'specversion'],
    ['no source', { source: undefined }, 'source'],
    ['an empty source', { source: '' }, 'source'],
    ['no id', { id: undefined }, 'id'],
    ['an id that is a number', { id: 7 }, 'id'],
    ['no type', { type: undefined }, 'type'],
    ['a time that is none', { time: 'now' }, 'time'],
    ['a time without offset', { time: '2026-11-01T10:00:00' }, 'time'],
    ['an empty subject', { subject: '' }, 'subject'],
    ['data of another type', { datacontenttype: 'application/xml' }, 'datacontenttype'],
    ['data in base64', { data_base64: 'e30=' }, 'data_base64'],
    ['an attribute with a capital', { Priority: 'x' }, 'Priority'],
    ['an attribute that is an object', { more: {} }, 'more'],
    ['no data', { data: undefined }, 'data'],
  ])('[W4] is strict in structured mode: %s', async (_name, more, path) => {
    const { status, body } = await server.post(cloud({ id: 'strict', ...more }), STRUCTURED)
    expect([status, body]).toEqual([422, { results: [{ accepted: false, reason: 'bad-envelope', path, message: expect.any(String) }] }])
  })

  it.each([
    ['an empty dataschema', { dataschema: '' }, 'dataschema', /at least 1/],
    ['a dataschema that is no URI', { dataschema: 'not one' }, 'dataschema', /absolute URI.*leave it out/],
    ['a source that is no URI reference', { source: 'a b' }, 'source', /URI reference.*percent-encode/],
    ['data in base64', { data: undefined, data_base64: 'e30=' }, 'data_base64', /Give data, a JSON object/],
  ])('[W27] names the attribute and the fix: %s', async (_name, more, path, message) => {
    const { body } = await server.post(cloud({ id: 'strict', ...more }), STRUCTURED)
    expect(body).toEqual({ results: [{ accepted: false, reason: 'bad-envelope', path, message: expect.stringMatching(message) }] })
  })

  it('[W27] a type that does not exist is told first, whatever else is missing', async () => {
    const wrong = { results: [{ accepted: false, reason: 'unknown-type', path: 'type', message: expect.any(String) }] }
    expect((await server.post({ type: 'incident.invented' })).body).toEqual(wrong)
    expect((await server.post(cloud({ type: 'service.asked', subject: undefined }), STRUCTURED)).body).toEqual(wrong)
    expect((await server.post({ type: 'a\nb' })).body).toMatchObject({ results: [{ reason: 'bad-envelope', path: 'type' }] })
  })

  it('[W4] is strict in binary mode', async () => {
    for (const headers of [{ 'ce-id': '1' }, { 'ce-specversion': '1.0', 'ce-type': 'incident.reported', 'ce-id': '1' }, { 'ce-specversion': '1.0', 'ce-type': 'incident.reported', 'ce-source': 's' }]) {
      const answer = await server.post(reportIncident('').data, headers as unknown as Record<string, string>)
      expect([answer.status, answer.body]).toEqual([422, { results: [expect.objectContaining({ reason: 'bad-envelope' })] }])
    }
  })
})

it('[W6] each client has a rate', async () => {
  await using server = await startTestServer({ ingestRate: 10 })
  expect((await server.post(Array.from({ length: 60 }, (_, i) => reportIncident(`WG-${i}`)))).status).toBe(200)
  const { status, headers } = await server.post(reportIncident('WG-61'))
  expect(status).toBe(429)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(2)
  expect((await server.get('/osmand?id=1&lat=38.05&lon=105.05')).status).toBe(429)
})
