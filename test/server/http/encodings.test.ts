import type { TestServer } from '../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

/** 井盖松动 as a program writes it that knows GBK alone. */
const GBK = Buffer.from([0xBE, 0xAE, 0xB8, 0xC7, 0xCB, 0xC9, 0xB6, 0xAF])
const ESCAPED = '%BE%AE%B8%C7%CB%C9%B6%AF'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }

describe('text that is not UTF-8', () => {
  let district: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer
  beforeAll(async () => {
    district = await deskDistrict()
    server = await startTestServer({ districtDir: district.path })
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await district[Symbol.asyncDispose]()
  })

  const send = async (path: string, body?: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(server.url + path, { headers, ...(body !== undefined && { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body) }) })
    return { status: response.status, text: await response.text() }
  }
  const cursor = async () => ((await server.get('/api/v1/state?audience=desk')).body as { cursor: string }).cursor
  const report = (description: string | Buffer) => Buffer.concat([Buffer.from(`api_key=${server.open311Key}&service_code=manhole-cover&lat=38.05&long=105.05&description=`), Buffer.from(description)])
  const multipart = (value: Buffer, more = '') => Buffer.concat([
    ...Object.entries({ api_key: server.open311Key, service_code: 'noise', lat: '38.05', long: '105.05' }).map(([name, text]) => Buffer.from(`--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)),
    Buffer.from(`--X\r\nContent-Disposition: form-data; name="description"${more}\r\n\r\n`),
    value,
    Buffer.from('\r\n--X--\r\n'),
  ])
  const MULTIPART = { 'content-type': 'multipart/form-data; boundary=X' }
  const inJson = (value: object) => {
    const [before, after] = JSON.stringify(value).split('@GBK@')
    return Buffer.concat([Buffer.from(before!), GBK, Buffer.from(after!)])
  }
  const command = { type: 'accept', id: 'c', incident: 'WG-1', version: '1-0', actor: 'seat-1', data: { note: '@GBK@' } }

  it.each<[string, number, () => Promise<{ status: number; text: string }>]>([
    ['an Open311 form, escaped', 400, () => send('/open311/v2/requests.json', report(ESCAPED), FORM)],
    ['an Open311 form, as bytes', 400, () => send('/open311/v2/requests.json', report(GBK), FORM)],
    ['an Open311 form that says so', 415, () => send('/open311/v2/requests.xml', report(ESCAPED), { 'content-type': `${FORM['content-type']}; charset=GBK` })],
    ['a multipart form', 400, () => send('/open311/v2/requests.json', multipart(GBK), MULTIPART)],
    ['a part that says UTF-8 and is not', 400, () => send('/open311/v2/requests.json', multipart(GBK, '\r\nContent-Type: text/plain; charset=utf-8'), MULTIPART)],
    ['a part that says GBK', 400, () => send('/open311/v2/requests.json', multipart(GBK, '\r\nContent-Type: text/plain; charset=gbk'), MULTIPART)],
    ['an Open311 query', 400, () => send(`/open311/v2/requests.json?service_code=${ESCAPED}`)],
    ['a phone’s query', 400, () => send(`/osmand?id=${ESCAPED}&lat=38.05&lon=105.05`)],
    ['a phone’s form', 400, () => send('/osmand', `id=${ESCAPED}&lat=38.05&lon=105.05`, FORM)],
    ['a phone’s form that says so', 415, () => send('/osmand', 'id=1&lat=38.05&lon=105.05', { 'content-type': `${FORM['content-type']};charset=gb18030` })],
    ['a phone’s JSON', 400, () => send('/osmand', inJson({ device_id: '@GBK@' }), JSON_TYPE)],
    ['a phone’s JSON that says so', 415, () => send('/osmand', '{"device_id":"1"}', { 'content-type': 'application/json; charset=gbk' })],
    ['events', 400, () => send('/api/v1/events', inJson(reportIncident('@GBK@')), JSON_TYPE)],
    ['events that say so', 415, () => send('/api/v1/events', '[]', { 'content-type': 'application/json;charset="gbk"' })],
    ['a command', 400, () => send('/api/v1/commands', inJson(command), JSON_TYPE)],
    ['a command that says so', 415, () => send('/api/v1/commands', '{}', { 'content-type': 'application/json; charset=gbk' })],
    ['a handover', 400, () => send('/api/v1/handovers', inJson({ remark: '@GBK@' }), JSON_TYPE)],
    ['a query about a matter', 400, () => send(`/api/v1/incidents/WG-1/attachments?audience=desk&actor=${ESCAPED}`, Buffer.from('x'))],
    ['an address', 400, () => send(`/api/v1/incidents/${ESCAPED}?audience=desk`)],
  ])('[W24] is refused in %s, and nothing is kept', async (_name, status, ask) => {
    const before = await cursor()
    const answer = await ask()
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(/UTF-8|not well formed/)])
    expect(answer.text).not.toContain('\uFFFD')
    expect(await cursor()).toBe(before)
  })

  it('[W24] is refused in a header of binary mode, with its name; UTF-8 is taken there as bytes and escaped', async () => {
    const binary = async (subject: string) => JSON.parse((await send('/api/v1/events', JSON.stringify(reportIncident('').data), { ...JSON_TYPE, 'ce-specversion': '1.0', 'ce-type': 'incident.reported', 'ce-source': 'app', 'ce-id': subject.length.toString(), 'ce-subject': subject })).text) as { results: object[] }
    for (const subject of [ESCAPED, GBK.toString('latin1')])
      expect(await binary(subject)).toEqual({ results: [{ accepted: false, reason: 'bad-envelope', path: 'subject', message: expect.stringContaining('UTF-8') }] })
    for (const subject of [encodeURIComponent('井-1'), Buffer.from('井-22').toString('latin1')])
      expect(await binary(subject)).toMatchObject({ results: [{ accepted: true }] })
  })

  it('[W24] half of a surrogate pair is refused, whole ones and what only looks so are taken', async () => {
    const post = async (text: string) => (await server.post(text)).body as { results: { accepted: boolean; reason?: string; path?: string }[] }
    const json = (title: string) => JSON.stringify(reportIncident('WG-H', { title: '@' })).replace('@', title)
    for (const half of ['\\ud800', '\\uDFFF', 'a\\\\\\ud83d', '\\ud83d x \\ude00'])
      expect(await post(json(half))).toMatchObject({ results: [{ accepted: false, reason: 'bad-data', path: 'data' }] })
    expect(await post(JSON.stringify({ ...reportIncident('WG-H'), subject: '@' }).replace('@', '\\ud800'))).toMatchObject({ results: [{ accepted: false, reason: 'bad-envelope', path: 'subject' }] })
    for (const [i, whole] of ['\\ud83d\\ude00', '\\uD83D\\uDE00', '\\\\ud800', '😀'].entries())
      expect(await post(json(whole).replace('WG-H', `WG-W${i}`))).toMatchObject({ results: [{ accepted: true }] })
    const ordered = await send('/api/v1/commands', JSON.stringify({ ...command, incident: 'WG-W0' }).replace('@GBK@', '\\ud800'), JSON_TYPE)
    expect([ordered.status, ordered.text]).toEqual([422, expect.stringContaining('surrogate')])
  })

  it('[W24] the same words in UTF-8 are taken, escaped or as bytes', async () => {
    expect((await send('/open311/v2/requests.json', report(encodeURIComponent('井盖松动 100%')), FORM)).status).toBe(200)
    expect((await send('/open311/v2/requests.json', report('井盖松动 100%'), FORM)).status).toBe(200)
    expect((await send('/open311/v2/requests.json', multipart(Buffer.from('井盖松动')), MULTIPART)).status).toBe(200)
    expect((await send(`/osmand?id=${encodeURIComponent('手机')}&lat=38.05&lon=105.05`)).status).toBe(200)
    // A state that was asked for is kept for a second.
    await waitFor('both are shown', async () => {
      const shown = JSON.stringify((await server.get('/api/v1/state?audience=desk')).body)
      return shown.includes('井盖松动 100%') && shown.includes('"手机"')
    })
  })
})
