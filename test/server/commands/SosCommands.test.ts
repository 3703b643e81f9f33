import { describe, expect, it } from 'vitest'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { RawLive } from '../../support/RawLive.ts'
import { startTestServer, type TestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

const GRID = '152921402001001'

interface Answer { status: number; accepted: boolean; reason?: string; by?: string; at?: number; detail?: string; entries?: string[]; duplicate?: true }

async function order(server: TestServer, body: object): Promise<Answer> {
  const response = await fetch(`${server.url}/api/v1/sos`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { status: response.status, ...await response.json() as object } as Answer
}

async function raised(server: TestServer): Promise<string> {
  await server.post({ type: 'patrol.sos', subject: 'S00002', data: { grid: GRID } })
  return waitFor('the call', async () => {
    const { state } = (await server.get('/api/v1/state?audience=desk')).body as { state: { patrol: { calls: { id: string }[] } } }
    return state.patrol.calls[0]?.id
  })
}

describe('signing for a call for help', () => {
  it('[C40] of two desks one signs, the other is told who; desks and wall fall silent together; a screen gets no name in any byte', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const sos = await raised(server)
    const links = { one: await new RawLive(server.url).connected(), two: await new RawLive(server.url).connected(), wall: await new RawLive(server.url).connected() }
    for (const [name, raw] of Object.entries(links)) {
      const audience = name === 'wall' ? 'screen' : 'desk'
      const { cursor } = (await server.get(`/api/v1/state?audience=${audience}`)).body as { cursor: string }
      raw.send('subscribe', { protocol: 1, scope: { audience, region: '152921' }, cursor })
    }
    const answers = await Promise.all(['seat-1', 'seat-2'].map((actor, i) => order(server, { act: 'sign', id: `c${i}`, sos, actor, note: '机密备注' })))
    const won = answers.findIndex(({ accepted }) => accepted)
    expect(answers[won]).toMatchObject({ status: 200, accepted: true })
    expect(answers[1 - won]).toMatchObject({ status: 409, accepted: false, reason: 'nothing-changes', by: `seat-${won + 1}`, at: expect.any(Number) })
    for (const raw of Object.values(links)) {
      await waitFor('the signature', () => raw.texts.some(text => text.includes('patrol.sos-signed')))
      raw[Symbol.dispose]()
    }
    expect(links.one.texts.join('')).toContain(`"actor":"seat-${won + 1}"`)
    const state = await waitFor('the state of a screen that comes later', async () => {
      const text = JSON.stringify((await server.get('/api/v1/state?audience=screen')).body)
      return text.includes('"stage":"signed"') && text
    })
    expect(links.wall.texts.join('') + state).not.toMatch(/seat-[12]|S00002|机密/)
  })

  it('[C40] sent again it has one effect; positions and further presses do not make it stale; then it is ended, once', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const sos = await raised(server)
    await server.post([{ type: 'patrol.sos', subject: 'S00002', data: { grid: GRID } }, { type: 'patrol.entered-grid', subject: 'S00002', data: { grid: GRID } }])
    expect(await order(server, { act: 'pass-on', id: 'p', sos, actor: 'seat-1', to: 'lead' })).toMatchObject({ accepted: true })
    const first = await order(server, { act: 'sign', id: 'c', sos, actor: 'seat-1' })
    expect(await order(server, { act: 'sign', id: 'c', sos, actor: 'seat-1' })).toMatchObject({ accepted: true, duplicate: true, entries: first.entries })
    expect(await order(server, { act: 'sign', id: 'c2', sos, actor: 'seat-2' })).toMatchObject({ reason: 'nothing-changes', by: 'seat-1' })
    expect(await order(server, { act: 'end', id: 'e', sos, actor: 'seat-2', outcome: 'safe' })).toMatchObject({ accepted: true })
    expect(await order(server, { act: 'end', id: 'e2', sos, actor: 'seat-1', outcome: 'helped' })).toMatchObject({ reason: 'nothing-changes', by: 'seat-2' })
  })

  it('[C40] is refused in words to whom it is not for, and for what is not known', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const sos = await raised(server)
    for (const [body, status, reason] of [
      [{ act: 'sign', id: 'a', sos, actor: 'S00002' }, 403, 'unknown-actor'],
      [{ act: 'sign', id: 'b', sos: 'sos:1-0', actor: 'seat-1' }, 404, 'unknown-incident'],
      [{ act: 'end', id: 'c', sos, actor: 'seat-1' }, 422, 'bad-command'],
      [{ act: 'sign', id: 'd', sos: 'WG-1', actor: 'seat-1' }, 422, 'bad-command'],
    ] as const) {
      const answer = await order(server, body)
      expect(answer).toMatchObject({ status, reason, accepted: false })
      expect(answer.detail).toMatch(/\w{3,}/)
    }
  })
})
