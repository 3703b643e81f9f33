import type { TestServer } from '../../support/startTestServer.ts'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exif, JPEG, jpegSegment, PNG, WEBP } from '../../support/photos.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

const HERE = { service_code: 'manhole-cover', lat: '38.05', long: '105.05' }
const SECRETS = { first_name: 'Zhangwei-Secret', last_name: 'Lastname-Secret', phone: '13912345678', email: 'secret@example.org', description: 'Freetext-Secret <b>&amp;</b>', address_string: 'Address-Secret' }

describe('Open311', () => {
  let server: TestServer
  let key: string
  beforeAll(async () => {
    server = await startTestServer({ ingestRate: 1_000_000 })
    key = server.open311Key
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const post = async (fields: Record<string, string>, format = 'json', init: RequestInit = {}) => {
    const response = await fetch(`${server.url}/open311/v2/requests.${format}`, { method: 'POST', body: new URLSearchParams(fields), ...init })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  const report = async (fields: Record<string, string> = {}) => {
    const { status, text } = await post({ api_key: key, ...HERE, ...fields })
    expect([status, text]).toEqual([200, expect.stringContaining('service_request_id')])
    return (JSON.parse(text) as [{ service_request_id: string }])[0].service_request_id
  }
  const requests = async (query: string) => {
    const { status, body } = await server.get(`/open311/v2/requests.json?${query}`)
    expect(status).toBe(200)
    return body as Record<string, string | number | null>[]
  }

  it('[O1] tells in discovery where it is, in JSON and XML', async () => {
    const json = await server.get('/open311/discovery.json')
    expect(json.body).toMatchObject({ changeset: expect.any(String), endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${server.url}/open311/v2`, formats: ['text/xml', 'application/json'] }] })
    const xml = await server.get('/open311/discovery.xml')
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(xml.body).toContain(`<endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>${server.url}/open311/v2</url>`)
    expect(xml.body).toContain('<formats><format>text/xml</format><format>application/json</format></formats>')
  })

  it('[O1] lists services and defines each', async () => {
    const { body } = await server.get('/open311/v2/services.json')
    const services = body as { service_code: string; service_name: string; metadata: boolean; type: string; group: string }[]
    expect(services.find(each => each.service_code === 'manhole-cover')).toEqual({ service_code: 'manhole-cover', service_name: '井盖松动', description: '公共设施 · 井盖松动', metadata: false, type: 'realtime', keywords: 'facility,manhole-cover', group: '公共设施' })
    expect(services.some(each => each.service_code === 'patrol-sos')).toBe(false)
    for (const { service_code } of services)
      expect((await server.get(`/open311/v2/services/${service_code}.json`)).body).toEqual({ service_code, attributes: [] })
    expect((await server.get('/open311/v2/services.xml')).body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<services><service><service_code>/)
    expect((await server.get('/open311/v2/services/noise.xml')).body).toContain('<service_definition><service_code>noise</service_code><attributes></attributes></service_definition>')
    const english = await fetch(`${server.url}/open311/v2/services.json`, { headers: { 'accept-language': 'en-GB' } })
    expect(await english.text()).toContain('loose manhole cover')
  })

  it('[O2] takes a report as a form and as multipart, and finds it at once', async () => {
    const id = await report(SECRETS)
    const { body } = await server.get('/api/v1/state?audience=desk')
    const { incidents } = (body as { state: { incident: { incidents: Record<string, unknown>[] } } }).state.incident
    expect(incidents.find(each => each.id === id)).toMatchObject({ category: 'facility', subcategory: 'manhole-cover', channel: 'open311', severity: 'IV', grid: '152921101001001', description: SECRETS.description, address: SECRETS.address_string, reporter: { name: 'Z**', phone: '139****5678' } })

    const form = new FormData()
    for (const [name, value] of Object.entries({ api_key: key, service_code: 'dispute', address_id: '152921101001001', last_name: '张', first_name: '伟', description: '楼上 漏水' }))
      form.set(name, value)
    const response = await fetch(`${server.url}/open311/v2/requests.xml`, { method: 'POST', body: form })
    const text = await response.text()
    expect(text).toMatch(/<service_requests><request><service_request_id>O311-[a-z]{12}<\/service_request_id><\/request><\/service_requests>/)
    const [, inXml] = /<service_request_id>([^<]+)/.exec(text)!
    expect((await server.get(`/open311/v2/requests/${inXml}.json`)).body).toMatchObject([{ service_request_id: inXml, service_code: 'dispute', status: 'open', status_notes: 'reported', address_id: '152921101001001', lat: null, agency_responsible: '甲一社区' }])
    expect((await server.get(`/open311/v2/requests/${inXml}.xml`)).body).toContain('<service_requests><request>')
  })

  const withFiles = async (files: [Buffer, string][], fields: Record<string, string> = {}, format = 'json') => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ api_key: key, ...HERE, ...fields }))
      form.set(name, value)
    for (const [bytes, name] of files)
      form.append('media', new Blob([new Uint8Array(bytes)]), name)
    const response = await fetch(`${server.url}/open311/v2/requests.${format}`, { method: 'POST', body: form })
    return { status: response.status, text: await response.text() }
  }
  const attachedOf = async (id: string) => {
    const { events } = (await server.get(`/api/v1/incidents/${id}/timeline?audience=desk`)).body as { events: { type: string; data: { attachment: string; mediaType: string } }[] }
    return events.filter(({ type }) => type === 'incident.attached').map(({ data }) => data)
  }

  it('[O20] takes photos with a report, stripped, for the desk alone', async () => {
    const photo = Buffer.concat([JPEG.subarray(0, 2), jpegSegment(0xE1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(6, 'GPS-Secret')])), JPEG.subarray(2)])
    const { status, text } = await withFiles([[photo, '井盖.jpg'], [PNG, 'x.bin']])
    expect([status, JSON.parse(text)]).toEqual([200, [{ service_request_id: expect.any(String) }]])
    const [{ service_request_id: id }] = JSON.parse(text) as [{ service_request_id: string }]
    const attached = await attachedOf(id)
    expect(attached.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/png'])
    const response = await fetch(`${server.url}/api/v1/incidents/${id}/attachments/${attached[0]!.attachment}?audience=desk`)
    expect([response.status, Buffer.from(await response.arrayBuffer()).includes('GPS-Secret')]).toEqual([200, false])
    expect((await server.get(`/open311/v2/requests/${id}.json`)).body).toMatchObject([{ media_url: null }])
  })

  it('[O20] a photo that is not kept never costs the report, and the answer says why', async () => {
    const cases: [RegExp, [Buffer, string][], number][] = [
      [/no JPEG, PNG or WebP/, [[Buffer.from('GIF89a'), 'a.gif']], 0],
      [/no JPEG, PNG or WebP/, [[Buffer.from('%PDF-1.7\n%%EOF\n'), 'a.pdf'], [WEBP, 'b.webp']], 1],
      [/broken/, [[PNG.subarray(0, 20), 'a.png']], 0],
      [/larger than 10 MiB/, [[Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 'a.png']], 0],
      [/first 5/, Array.from({ length: 6 }, (_, i): [Buffer, string] => [Buffer.concat([JPEG.subarray(0, 2), jpegSegment(0xFE, Buffer.from([i])), JPEG.subarray(2)]), 'a.jpg']), 5],
    ]
    for (const [notice, files, kept] of cases) {
      const { status, text } = await withFiles(files)
      expect([status, JSON.parse(text)]).toEqual([200, [{ service_request_id: expect.any(String), service_notice: expect.stringMatching(notice) }]])
      expect(await attachedOf((JSON.parse(text) as [{ service_request_id: string }])[0].service_request_id)).toHaveLength(kept)
    }
    expect((await withFiles([[Buffer.from('GIF89a'), 'a.gif']], {}, 'xml')).text).toMatch(/<service_notice>A file that is no JPEG/)
    expect((await withFiles([[PNG, 'a.png']], { api_key: 'wrong' })).status).toBe(403)
    expect((await withFiles([[PNG, 'a.png']], { lat: '0', long: '0' })).status).toBe(400)
    expect((await withFiles([[Buffer.alloc(13 * 1024 * 1024), 'a.png']])).status).toBe(413)
  })

  it('[O3] filters by ids, service, status and dates', async () => {
    const [a, b] = [await report({ service_code: 'litter' }), await report({ service_code: 'noise' })]
    expect((await requests(`service_request_id=${a},${b},nothing&status=closed`)).map(each => each.service_request_id).sort()).toEqual([a, b].sort())
    expect((await requests('service_code=litter,noise')).map(each => each.service_code).sort()).toEqual(['litter', 'noise'])
    expect(await requests('service_request_id=nothing')).toEqual([])
    await server.post([reportIncident('WG-OLD', { subcategory: 'brawl', category: 'security' }, { time: '2020-01-01T00:00:00Z', source: 'past-office', id: 'old-1' }), reportIncident('WG-CLOSED'), { type: 'incident.closed', subject: 'WG-CLOSED', data: {} }])
    const closed = await waitFor('the closed one', async () => (await requests('status=closed')).find(each => each.service_request_id === 'WG-CLOSED'))
    expect(closed).toMatchObject({ status: 'closed', expected_datetime: null, service_code: 'environment', service_name: '环境卫生' })
    expect((await requests('status=open')).every(each => each.status === 'open')).toBe(true)
    expect(await requests('service_code=brawl')).toEqual([])
    expect(await requests('service_code=brawl&start_date=2019-12-31T16:00:00-08:00&end_date=2020-01-01')).toHaveLength(1)
    expect(await requests('service_code=brawl&start_date=2020-01-01T08:00:00+08:00')).toHaveLength(1)
    expect(await requests('service_code=brawl&end_date=2020-03-01T00:00Z')).toHaveLength(1)
    expect(await requests('service_code=brawl&start_date=2020-01-02')).toEqual([])
  })

  it('[O3] answers at most 1,000, newest first', async () => {
    await server.post(Array.from({ length: 1000 }, (_, i) => reportIncident(`WG-M${i}`)))
    const all = await waitFor('a thousand', async () => {
      const all = await requests('')
      return all.length === 1000 ? all : undefined
    })
    const times = all.map(each => String(each.requested_datetime))
    expect(times).toEqual([...times].sort().reverse())
  })

  it('[O4] says what is wrong with the standard’s status, in JSON and XML', async () => {
    const good = { api_key: key, ...HERE }
    const { api_key: _key, ...keyless } = good
    const cases: [number, Record<string, string>][] = [
      [403, keyless],
      [403, { ...good, api_key: `${key}x` }],
      [403, { ...good, api_key: '' }],
      [404, { ...good, service_code: 'no-such-service' }],
      [404, { ...good, service_code: '__proto__' }],
      [400, { ...good, service_code: '' }],
      [400, { ...good, lat: '' }],
      [400, { ...good, lat: 'abc' }],
      [400, { ...good, lat: '1e400' }],
      [400, { ...good, long: '181' }],
      [400, { ...good, lat: '0', long: '0' }],
      [400, { api_key: key, service_code: 'noise', address_string: 'somewhere' }],
      [400, { api_key: key, service_code: 'noise', address_id: '152921999999999' }],
      [400, { ...good, description: 'x'.repeat(4001) }],
      [400, { ...good, first_name: 'x'.repeat(40) }],
      [400, { ...good, media_url: 'javascript:alert(1)' }],
      [400, { ...good, ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`attribute[${i}]`, 'x'])) }],
      [413, { ...good, description: 'x'.repeat(1024 * 1024) }],
    ]
    for (const [status, fields] of cases) {
      const json = await post(fields)
      expect([json.status, JSON.parse(json.text)], JSON.stringify(fields).slice(0, 90)).toEqual([status, [{ code: status, description: expect.any(String) }]])
      const xml = await post(fields, 'xml')
      expect([xml.status, xml.type, xml.text]).toEqual([status, 'text/xml; charset=utf-8', expect.stringMatching(`<errors><error><code>${status}</code><description>[^<]+</description></error></errors>`)])
    }
    for (const [status, path] of [[404, 'requests/nothing.json'], [404, 'services/nothing.json'], [404, 'services/constructor.json'], [404, 'nothing.json'], [400, 'requests.json?status=stolen'], [404, 'requests.json?service_code=nothing'], [400, 'requests.json?start_date=tomorrow'], [400, 'requests.json?start_date=2026-02-02&end_date=2026-01-01'], [400, 'requests.json?service_request_id='], [400, 'requests/%E0%A4%A.json']] as const) {
      const { status: got, body } = await server.get(`/open311/v2/${path}`)
      expect([path, got, body]).toEqual([path, status, [{ code: status, description: expect.any(String) }]])
    }
    expect((await post({}, 'json', { method: 'PUT' })).status).toBe(405)
    expect((await post({}, 'json', { body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415)
    expect((await post({}, 'json', { body: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=gbk' } })).status).toBe(415)
    expect((await post(good, 'json', { headers: { 'content-encoding': 'gzip' } })).status).toBe(415)
  })

  it('[O4] broken and overfull multipart is 400', async () => {
    const multipart = (body: string, boundary = 'X') => post({}, 'json', { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
    const part = (name: string, value: string, more = '') => `--X\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
    expect((await multipart(`${part('api_key', key)}${part('service_code', 'noise')}${part('lat', '38.05')}${part('long', '105.05')}--X--\r\n`)).status).toBe(200)
    for (const body of ['', '--X', '--X\r\nnonsense\r\n\r\n', part('api_key', key), `${part('media', 'x', '; filename="a.jpg"')}--X--\r\n`, `${part('description', 'x'.repeat(70_000))}--X--\r\n`, `${Array.from({ length: 200 }, (_, i) => part(`f${i}`, '')).join('')}--X--\r\n`, `--X\r\n${'a: b\r\n'.repeat(2000)}\r\n\r\n--X--\r\n`])
      expect([body.slice(0, 40), (await multipart(body)).status]).toEqual([body.slice(0, 40), expect.toSatisfy((status: number) => status === 400 || status === 403)])
    expect((await post({}, 'json', { body: 'x', headers: { 'content-type': 'multipart/form-data' } })).status).toBe(400)
  })

  it('[O4] any fields, queries and bodies are answered below 500, and XML stays XML', async () => {
    const names = fc.constantFrom('service_code', 'lat', 'long', 'address_id', 'description', 'first_name', 'email', 'media_url', 'attribute[<x>]')
    const nasty = fc.oneof(fc.array(fc.nat(0x10_FFFF), { maxLength: 60 }).map(points => String.fromCodePoint(...points)), fc.constantFrom(']]><!DOCTYPE x [<!ENTITY e "e">]>&e;', '<script>', '\u0000\u0001\uFFFF', 'noise', '38.05', '105.05', '152921101001001'))
    await fc.assert(fc.asyncProperty(fc.dictionary(names, nasty), async (fields) => {
      const { status, text } = await post({ ...fields, api_key: key }, 'xml')
      expect(status).toBeLessThan(500)
      expectXml(text)
    }), { numRuns: 60 })
    await fc.assert(fc.asyncProperty(fc.constantFrom('service_request_id', 'service_code', 'status', 'start_date', 'end_date'), nasty, async (name, value) => {
      const { status, body } = await server.get(`/open311/v2/requests.xml?${new URLSearchParams([[name, value]]).toString()}`)
      expect(status).toBeLessThan(500)
      expectXml(String(body))
    }), { numRuns: 60 })
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('multipart/form-data; boundary=X', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary="'), async (body, type) => {
      expect((await post({}, 'json', { body: Buffer.from(body), headers: { 'content-type': type } })).status).toBeLessThan(500)
    }), { numRuns: 60 })
  })

  it('[O5] tells nothing of who reported, nor what was said', async () => {
    const id = await report({ ...SECRETS, lat: '38.054321', long: '105.054321' })
    await server.post(reportIncident('张三 13812345678', { title: 'Title-Secret', description: 'Freetext-Secret', address: 'Address-Secret', reporter: { name: 'Zhangwei-Secret', phone: '13912345678', email: 'secret@example.org' } }))
    await waitFor('both', async () => (await requests('')).some(each => String(each.service_request_id).startsWith('~')))
    for (const path of ['requests.json', 'requests.xml', `requests/${id}.json`, `requests/${id}.xml`]) {
      const response = await fetch(`${server.url}/open311/v2/${path}`)
      expect(await response.text()).not.toMatch(/secret|13912345678|13812345678|张三|054321/i)
    }
    expect(await requests(`service_request_id=${id}`)).toMatchObject([{ lat: 38.054, long: 105.054, description: null, address: null, media_url: null }])
    const [aliased] = (await requests('')).filter(each => String(each.service_request_id).startsWith('~'))
    expect((await server.get(`/open311/v2/requests/${aliased!.service_request_id}.json`)).status).toBe(200)
  })

  it('[O6] its key stands in a file for its owner alone, and any line of it is a key', async () => {
    const path = join(server.dataDir, 'open311.keys')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const lines = (await readFile(path, 'utf8')).trim().split('\n').filter(line => !line.startsWith('#'))
    expect(lines).toEqual([key])
    expect(key).toMatch(/^[\w-]{24}$/)
    const inQuery = await fetch(`${server.url}/open311/v2/requests.json?api_key=${key}`, { method: 'POST', body: new URLSearchParams(HERE) })
    expect(inQuery.status).toBe(200)
  })
})

/** Names of elements and nothing else between angle brackets, and no character that XML lacks. */
function expectXml(text: string): void {
  expect(text.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '').replace(/<\/?[a-z_]+\/?>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/)
  expect(text).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
}
