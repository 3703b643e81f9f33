import type { TestServer } from '../../support/startTestServer.ts'
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { order } from '../../flow/stories/commands.ts'
import { commandOf } from '../../support/commandOf.ts'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { exif, JPEG, jpegSegment, PNG, pngChunk, WEBP } from '../../support/photos.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

const DESK = 'audience=desk&actor=seat-1'
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const upload = async (url: string, id: string, body: Buffer | FormData, query = DESK) => {
  const response = await fetch(`${url}/api/v1/incidents/${encodeURIComponent(id)}/attachments?${query}`, { method: 'POST', body: body instanceof FormData ? body : new Uint8Array(body) })
  return { status: response.status, body: await response.json() as Record<string, unknown> }
}

describe('attachments', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
    await server.post(['WG-1', 'WG-2', 'WG-3', '甲/乙 1'].map(id => reportIncident(id)))
    await waitFor('all are known', async () => ((await server.get('/api/v1/state?audience=desk')).body as { state: { incident: { incidents: unknown[] } } }).state.incident.incidents.length === 4)
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await district[Symbol.asyncDispose]()
  })
  const kept = async () => (await readdir(join(server.dataDir, 'attachments'), { recursive: true })).filter(name => name.includes('/')).length

  it('[D1][D2] keeps a photo without its metadata, tells it by an event, and gives it to the desk', async () => {
    const photo = Buffer.concat([JPEG.subarray(0, 2), jpegSegment(0xE1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(6, 'GPS-Secret')])), JPEG.subarray(2)])
    const { status, body } = await upload(server.url, 'WG-1', photo)
    expect([status, body]).toEqual([201, expect.objectContaining({ accepted: true, mediaType: 'image/jpeg', bytes: JPEG.length + 36, attachment: expect.stringMatching(/^[0-9a-f]{64}$/) })])
    const timeline = (await server.get('/api/v1/incidents/WG-1/timeline?audience=desk')).body as { events: { type: string; actor: string; data: object }[] }
    expect(timeline.events.at(-1)).toMatchObject({ type: 'incident.attached', actor: 'seat-1', data: { attachment: body.attachment, mediaType: 'image/jpeg' } })
    const response = await fetch(`${server.url}/api/v1/incidents/WG-1/attachments/${String(body.attachment)}?audience=desk`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(sha256(bytes)).toBe(body.attachment)
    expect(bytes.includes('GPS-Secret')).toBe(false)
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'content-disposition', 'content-security-policy', 'cache-control'].map(name => [name, response.headers.get(name)]))).toEqual({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline', 'content-security-policy': 'default-src \'none\'; sandbox', 'cache-control': 'no-store' })
  })

  it('[D5] a command alone attaches nothing that is not kept here', async () => {
    const { body: { incident } } = await server.get('/api/v1/incidents/WG-3?audience=desk') as { body: { incident: { id: string; entry: string } } }
    const data = { attachment: sha256(Buffer.from('never sent')), mediaType: 'image/jpeg', bytes: 10 }
    expect(await order(server, commandOf('attach', incident, data))).toMatchObject({ status: 422, accepted: false, reason: 'bad-command', path: 'data.attachment' })
    // Of another matter it is not this one's.
    await upload(server.url, 'WG-2', WEBP)
    expect(await order(server, commandOf('attach', incident, { ...data, attachment: sha256(WEBP) }))).toMatchObject({ reason: 'bad-command' })
  })

  it('[D1] takes a multipart file, any id and each kind; a PDF is given as a download', async () => {
    const form = new FormData()
    form.set('note', 'x')
    form.set('file', new Blob([new Uint8Array(PNG)], { type: 'text/html' }), '../../evil.html')
    expect((await upload(server.url, '甲/乙 1', form)).body).toMatchObject({ mediaType: 'image/png', attachment: sha256(PNG) })
    expect((await upload(server.url, '甲/乙 1', WEBP)).body).toMatchObject({ mediaType: 'image/webp' })
    expect((await upload(server.url, '甲/乙 1', PDF)).body).toMatchObject({ mediaType: 'application/pdf' })
    const response = await fetch(`${server.url}/api/v1/incidents/${encodeURIComponent('甲/乙 1')}/attachments/${sha256(PDF)}?audience=desk`)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{12}\.pdf"$/)
  })

  it('[D1][D3] refuses with what is wrong, and keeps nothing of it', async () => {
    const before = await kept()
    const cases: [number, string, Buffer | FormData, string?][] = [
      [403, 'WG-2', JPEG, 'actor=seat-1'],
      [403, 'WG-2', JPEG, 'audience=screen&actor=seat-1'],
      [403, 'WG-2', JPEG, 'audience=desk&actor=nobody'],
      [422, 'WG-2', JPEG, 'audience=desk'],
      [422, 'WG-2', JPEG, `${DESK}&actor=seat-1`],
      [422, 'WG-2', JPEG, `${DESK}&note=${'x'.repeat(4001)}`],
      [404, 'WG-404', JPEG],
      [415, 'WG-2', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      [415, 'WG-2', Buffer.alloc(0)],
      [415, 'WG-2', new FormData()],
      [422, 'WG-2', JPEG.subarray(0, 40)],
      [413, 'WG-2', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)])],
      [413, 'WG-2', Buffer.concat([PDF, Buffer.alloc(11 * 1024 * 1024)])],
    ]
    for (const [status, id, body, query] of cases) {
      const answer = await upload(server.url, id, body, query)
      expect([status, id, query, answer.body.detail !== undefined, answer.status]).toEqual([status, id, query, true, status])
    }
    expect(await kept()).toBe(before)
    for (const path of [`WG-1/attachments/${sha256(JPEG)}`, 'WG-1/attachments/..%2f..%2fopen311.keys', 'WG-2/attachments/x'])
      expect((await server.get(`/api/v1/incidents/${path}?audience=desk`)).status).toBe(404)
  })

  it('[D4] is for the desk alone', async () => {
    expect((await server.get(`/api/v1/incidents/WG-1/attachments/${'0'.repeat(64)}`)).status).toBe(403)
    expect((await server.get(`/api/v1/incidents/WG-1/attachments/${'0'.repeat(64)}?audience=screen`)).status).toBe(403)
  })

  it('[D1][D3] the same file is attached once, and a matter has at most 20', async () => {
    const photo = (i: number) => Buffer.concat([PNG.subarray(0, 33), pngChunk('sPLT', Buffer.from([i])), PNG.subarray(33)])
    const first = await upload(server.url, 'WG-3', photo(0), `${DESK}&command=c-1`)
    expect(first.status).toBe(201)
    expect((await upload(server.url, 'WG-3', photo(0), `${DESK}&command=c-1`)).body).toMatchObject({ accepted: true, duplicate: true, entries: first.body.entries })
    expect((await upload(server.url, 'WG-3', photo(0))).body).toMatchObject({ status: 409, reason: 'nothing-changes' })
    const rest = await Promise.all(Array.from({ length: 7 }, (_, i) => upload(server.url, 'WG-3', photo(i + 1))))
    expect(rest.map(({ status }) => status)).toEqual(rest.map(() => 201))
    for (let i = 8; i < 20; i++)
      expect((await upload(server.url, 'WG-3', photo(i))).status).toBe(201)
    const before = await kept()
    expect((await upload(server.url, 'WG-3', photo(20))).body).toMatchObject({ status: 409, reason: 'too-many' })
    expect(await kept()).toBe(before)
    expect((await server.get(`/api/v1/incidents/WG-3/attachments/${sha256(photo(0))}?audience=desk`)).status).toBe(200)
  })
})

it('[D3] a disk that is full is said in words, and nothing half written stays', async () => {
  await using district = await deskDistrict()
  await using folder = await temporaryFolder()
  // Files may not grow beyond this many KiB, as on a disk that is full.
  await using server = await startServerProgram({ DATA_DIR: folder.path, DISTRICT_DIR: district.path }, { fileKib: 1024 })
  await fetch(`${server.url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(reportIncident('WG-1')) })
  await waitFor('the matter is known', async () => (await upload(server.url, 'WG-1', JPEG)).status === 201)
  const { status, body } = await upload(server.url, 'WG-1', Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024)]))
  expect([status, body.detail]).toEqual([507, expect.stringContaining('full')])
  expect((await readdir(join(folder.path, 'attachments'), { recursive: true })).filter(name => name.includes('/'))).toHaveLength(1)
}, 60_000)
