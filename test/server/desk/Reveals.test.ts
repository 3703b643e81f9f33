import { describe, expect, it } from 'vitest'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { RawLive } from '../../support/RawLive.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer, type TestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

const CALLER = { name: '欧阳某某', phone: '19900001207', email: 'ouyang@example.com', identityNumber: '150000199001011234' }
const FORBIDDEN = /欧阳某|19900001207|ouyang@|150000199001011234/

interface Answer { status: number; accepted: boolean; reason?: string; message?: string; detail?: string; values?: Record<string, string>; entry?: string }

async function ask(server: TestServer, body: object): Promise<Answer> {
  const response = await fetch(`${server.url}/api/v1/reveal`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { status: response.status, ...await response.json() as object } as Answer
}

const question = (more: object = {}) => ({ id: 'q1', actor: 'seat-1', subject: 'WG-1', fields: ['phone'], why: '回拨核实', ...more })

describe('contact', () => {
  it('[A25] is masked in every byte that a desk gets, over the socket and over HTTP, and nothing of it reaches a screen', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    using desk = await new RawLive(server.url).connected()
    using screen = await new RawLive(server.url).connected()
    await server.post(reportIncident('WG-0', { reporter: CALLER }))
    for (const [audience, raw] of [['screen', screen], ['desk', desk]] as const) {
      const { cursor } = (await server.get(`/api/v1/state?audience=${audience}`)).body as { cursor: string }
      raw.send('subscribe', { protocol: 1, scope: { audience, region: '152921' }, cursor })
    }
    await waitFor('both are live', () => [screen, desk].every(raw => raw.texts.some(text => text.startsWith('42["frame"'))))
    await server.post(reportIncident('WG-1', { reporter: CALLER, building: 'B1', placeName: '胡杨苑8号楼' }))
    for (const raw of [screen, desk])
      await waitFor('the report', () => raw.texts.some(text => text.includes('WG-1')))
    const bodies = await Promise.all([
      ...['desk', 'screen'].map(audience => `/api/v1/state?audience=${audience}`),
      `/api/v1/state?audience=desk&at=${encodeURIComponent(new Date().toISOString())}`,
      '/api/v1/incidents/WG-1?audience=desk',
      '/api/v1/incidents/WG-1/timeline?audience=desk',
      '/api/v1/desk?audience=desk',
      '/api/v1/handover?audience=desk',
      '/api/v1/district',
      '/open311/v2/requests.json',
    ].map(async path => JSON.stringify((await server.get(path)).body)))
    for (const text of [...desk.texts, ...screen.texts, ...bodies])
      expect(text).not.toMatch(FORBIDDEN)
    expect(desk.texts.join('')).toContain('"phone":"199****1207"')
    expect(desk.texts.join('')).toContain('"name":"欧**"')
    expect(bodies[0]).toContain('199****1207')
    expect(screen.texts.join('') + bodies[1]!).not.toMatch(/199\*|欧\*|胡杨苑/)
    const { staff } = (await server.get('/api/v1/desk?audience=desk')).body as { staff: { phone?: string }[] }
    expect(staff.filter(({ phone }) => phone !== undefined && !/^\d{3}\*{4}\d{4}$/.test(phone))).toEqual([])
  })

  it('[A26] is answered to the seat that asks once it was kept who asked and why, once however often it is sent; the matter shows it', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    await server.post(reportIncident('WG-1', { reporter: CALLER }))
    const answers = [await ask(server, question()), await ask(server, question())]
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 200, accepted: true, values: { phone: '19900001207' }, entry: answers[0]!.entry })
    const { body: timeline } = await server.get('/api/v1/incidents/WG-1/timeline?audience=desk')
    const shown = (timeline as { events: { type: string; actor?: string; data: object }[] }).events.filter(({ type }) => type === 'incident.revealed')
    expect(shown).toEqual([expect.objectContaining({ actor: 'seat-1', data: { fields: ['phone'], why: '回拨核实' } })])
    const { body } = await server.get('/api/v1/incidents/WG-1?audience=desk')
    expect((body as { incident: object }).incident).toMatchObject({ revealed: { by: 'seat-1', times: 1 }, version: 2, move: 'reported' })
  })

  it('[A26] of the staff it is answered too, and kept beside the streams', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const { staff } = (await server.get('/api/v1/desk?audience=desk')).body as { staff: { id: string; phone?: string }[] }
    const { id } = staff.find(({ phone }) => phone !== undefined)!
    expect(await ask(server, question({ subject: `staff:${id}`, about: 'sos:1-0' }))).toMatchObject({ accepted: true, values: { phone: expect.stringMatching(/^\d{11}$/) } })
    expect(await ask(server, question({ subject: 'staff:S404' }))).toMatchObject({ status: 422, reason: 'no-such-holder' })
  })

  it('[A26] is refused in words to whom it is not for, without a reason, where there is none, and too often; then nothing is shown', async () => {
    await using district = await deskDistrict()
    const clock = new ManualClock()
    await using server = await startTestServer({ districtDir: district.path, clock })
    await server.post([reportIncident('WG-1', { reporter: CALLER }), reportIncident('WG-2')])
    const cases: [object, number, string][] = [
      [question({ why: '' }), 422, 'bad-command'],
      [question({ fields: ['identityNumber'] }), 422, 'bad-command'],
      [question({ actor: 'S00002' }), 403, 'unknown-actor'],
      [question({ actor: 'unit:旗住建局' }), 403, 'unknown-actor'],
      [question({ subject: 'WG-404' }), 404, 'unknown-incident'],
      [question({ subject: 'WG-2' }), 409, 'no-such-target'],
    ]
    for (const [body, status, reason] of cases) {
      const answer = await ask(server, body)
      expect(answer).toMatchObject({ status, reason, accepted: false })
      expect(answer.detail).toMatch(/\w{3,}/)
      expect(answer).not.toHaveProperty('values')
    }
    for (let i = 0; i < 20; i++)
      await ask(server, question({ id: `n${i}`, actor: 'seat-2' }))
    expect(await ask(server, question({ id: 'more', actor: 'seat-2' }))).toMatchObject({ status: 429, reason: 'too-many', seconds: expect.any(Number) })
  })
})
