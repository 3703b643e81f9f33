import type { TestServer } from '../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

describe('resources', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server[Symbol.asyncDispose]())
  const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(server.url + path, { headers, method })

  it('[P2] the state is compressed, has an ETag, and is built once', async () => {
    await server.get('/api/v1/state')
    const br = await raw('/api/v1/state', { 'accept-encoding': 'gzip, br' })
    expect(br.headers.get('content-encoding')).toBe('br')
    const plain = await raw('/api/v1/state?audience=screen&region=152921', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    const etag = plain.headers.get('etag')!
    expect(br.headers.get('etag')).toBe(etag)
    expect(await br.json()).toEqual(await plain.json())
    expect((await raw('/api/v1/state', { 'if-none-match': etag })).status).toBe(304)
    const head = await raw('/api/v1/state', {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await raw('/api/v1/state?audience=desk')).headers.get('etag')).not.toBe(etag)
  })

  it('[P2] the state answers cursor, time, fold, digest, state, positions', async () => {
    expect((await server.get('/api/v1/state?region=152921101')).body).toEqual({
      cursor: expect.stringMatching(/^[^~]+~0-0~0-0~0-0$/),
      at: expect.any(Number),
      fold: expect.any(String),
      digest: expect.stringMatching(/^[\da-f]{16}$/),
      state: expect.objectContaining({ basis: expect.objectContaining({ grids: ['152921101001001', '152921101001002', '152921101002001'] }) }),
      positions: [],
      heard: { incident: 0, patrol: 0, 'grid-status': 0 },
    })
  })

  it('[P14] the state as it was known at a moment, read back from the log', async () => {
    const report = (id: string) => ({ type: 'incident.reported', subject: id, data: { category: 'environment', severity: 'IV', channel: 'hotline', grid: '152921101001001' } })
    const { body } = await server.post([report('WG-P1')])
    const [{ entry }] = (body as { results: { entry: string }[] }).results as [{ entry: string }]
    const then = Number.parseInt(entry)
    await waitFor('a later moment', () => Date.now() > then + 2)
    await server.post([report('WG-P2')])
    await waitFor('both are known', async () => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes('WG-P2'))
    const past = await server.get(`/api/v1/state?audience=desk&at=${encodeURIComponent(new Date(then).toISOString())}`)
    const known = past.body as { at: number; positions: unknown[]; state: { incident: { incidents: { id: string }[] } } }
    expect([past.status, known.at, known.positions]).toEqual([200, then, []])
    expect(known.state.incident.incidents.map(({ id }) => id)).toEqual(['WG-P1'])
    const before = (await server.get('/api/v1/state?at=2020-01-01T00:00:00Z')).body as typeof known
    expect(before.state.incident.incidents).toEqual([])
  })

  it('[W1] bad questions are answered 4xx as problem+json', async () => {
    for (const [path, status] of [
      ['/api/v1/state?audience=everybody', 400],
      ['/api/v1/state?audience=screen&audience=desk', 400],
      ['/api/v1/state?region=abc', 400],
      ['/api/v1/state?region=152999', 404],
      ['/api/v1/state?at=yesterday', 400],
      ['/api/v1/state?at=2999-01-01T00:00:00Z', 400],
      ['/api/v1/district?audience=x', 400],
      ['/api/v1/nothing', 404],
      ['/assets/none.js', 404],
      ['/%ZZ', 400],
    ] as const) {
      const { status: answered, headers, body } = await server.get(path)
      expect([path, answered, headers.get('content-type')]).toEqual([path, status, expect.stringContaining('application/problem+json')])
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:/)
    }
    for (const path of ['/api/v1/state', '/api/v1/district', '/healthz', '/readyz', '/metrics', '/openapi.json', '/api/v1/rejected', '/api/v1/settings']) {
      const answer = await raw(path, {}, 'PUT')
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
      await answer.text()
    }
    const read = await raw('/api/v1/events')
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('[A3] the district comes without its people; a screen gets no buildings', async () => {
    const screen = (await server.get('/api/v1/district')).body as Record<string, unknown>
    const desk = (await server.get('/api/v1/district?audience=desk')).body as Record<string, unknown>
    expect([screen.buildings, (desk.buildings as unknown[]).length]).toEqual([undefined, 1])
    expect(screen).toMatchObject({ code: '152921', demo: true, zoneMs: 28_800_000, posts: { 152921101001001: { gridLeader: 1, gridWorker: 1 } } })
    expect(JSON.stringify([screen, desk])).not.toMatch(/虚构人|1990000|tracker-|S0000/)
    const { headers } = await server.get('/api/v1/district')
    expect((await raw('/api/v1/district', { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  })

  it('[A29] of the roster a screen gets the hours of each grid alone', async () => {
    const { expected, ...rest } = (await server.get('/api/v1/district')).body as Record<string, unknown>
    expect(expected).toMatchObject({ '152921101001001': [[0, 10_080]] })
    for (const week of Object.values(expected as Record<string, unknown[]>))
      expect(week.flat().every(minute => Number.isInteger(minute))).toBe(true)
    const state = (await server.get('/api/v1/state')).body
    expect(JSON.stringify([rest, state])).not.toMatch(/"shifts"|"days":\[|"staff"|roster/)
  })

  it('says how it is', async () => {
    expect((await server.get('/healthz')).body).toEqual({ status: 'ok' })
    expect(await server.get('/readyz')).toMatchObject({ status: 200, body: { log: 'up', lagMs: 0, home: 'embedded', durability: 'durable' } })
    const metrics = String((await server.get('/metrics')).body)
    for (const name of ['process_resident_memory_bytes', 'wangge_lag_ms', 'wangge_sockets{audience="screen"}', 'wangge_frames_total', 'wangge_frame_bytes_total', 'wangge_checkpoints_total'])
      expect(metrics).toContain(`\n${name} `)
    expect((await server.get('/api/v1/settings')).body).toEqual({ version: expect.any(String), protocol: 1, fold: expect.any(String) })
  })

  it('lets no other site write, run or frame anything', async () => {
    const answer = await server.post({}, { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(403)
    expect((await server.post([], { origin: server.url })).status).toBe(200)
    const { headers } = await server.get('/healthz')
    const policy = headers.get('content-security-policy')!
    expect(policy).toMatch(/default-src 'self'/)
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).toMatch(/worker-src 'self' blob:/)
    expect(policy).not.toMatch(/upgrade-insecure|unsafe-eval|https:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
