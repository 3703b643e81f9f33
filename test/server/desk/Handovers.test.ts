import type { Handover } from '../../../shared/protocol/desk/handover.ts'
import type { HandoverAnswer } from '../../../shared/protocol/desk/handoverAnswer.ts'
import type { HandoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import type { HandoverSign } from '../../../shared/protocol/desk/handoverSign.ts'
import type { TestServer } from '../../support/startTestServer.ts'
import { describe, expect, it } from 'vitest'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

async function openDesk() {
  const folder = await deskDistrict()
  const server = await startTestServer({ districtDir: folder.path })
  return {
    server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

async function tell(server: TestServer, ...events: Record<string, unknown>[]): Promise<void> {
  const { status, body } = await server.post(events)
  expect(status, JSON.stringify(body)).toBe(200)
  const last = (body as { results: { entry: string }[] }).results.at(-1)!.entry
  await waitFor('all is folded', async () => (await server.get('/readyz')).status === 200 && await isFolded(server, String(events.at(-1)!.subject), last))
}

async function isFolded(server: TestServer, id: string, entry: string): Promise<boolean> {
  const { body } = await server.get(`/api/v1/incidents/${id}/timeline?audience=desk`)
  return (body as { events: { entry: string }[] }).events.some(each => each.entry === entry)
}

const draftOf = async (server: TestServer) => (await server.get('/api/v1/handover?audience=desk')).body as HandoverDraft
const keptBy = async (server: TestServer) => ((await server.get('/api/v1/handovers?audience=desk')).body as { handovers: Handover[] }).handovers

async function sign(server: TestServer, more: Partial<HandoverSign> = {}): Promise<{ status: number; answer: HandoverAnswer }> {
  const response = await fetch(`${server.url}/api/v1/handovers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'h1', from: 'seat-1', to: 'seat-2', sign: 'from', ...more }),
  })
  return { status: response.status, answer: await response.json() as HandoverAnswer }
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const HOUR = 3_600_000

describe('handover of a shift', () => {
  it('[U1] lists what is open and what became of it, gravest first', async () => {
    await using desk = await openDesk()
    const { server } = desk
    await tell(
      server,
      reportIncident('WG-late', { severity: 'IV' }, { time: ago(20 * HOUR) }),
      reportIncident('WG-new', { severity: 'III' }),
      reportIncident('WG-grave', { severity: 'I' }),
      { type: 'incident.accepted', subject: 'WG-grave', data: {} },
      { type: 'incident.dispatched', subject: 'WG-grave', data: { unit: '旗消防救援大队' } },
      { type: 'incident.acknowledged', subject: 'WG-grave', data: {} },
      { type: 'incident.escalated', subject: 'WG-grave', data: { to: 'banner', reason: 'grave' } },
      { type: 'incident.acknowledged', subject: 'WG-grave', actor: 'seat-1', data: {} },
      { type: 'incident.report-sent', subject: 'WG-grave', data: { kind: 'first', number: 1, by: 'phone', to: '旗政府总值班室' } },
      reportIncident('WG-taken', { severity: 'IV' }),
      { type: 'incident.accepted', subject: 'WG-taken', data: {} },
    )
    expect(await draftOf(server)).toMatchObject({
      open: { count: 4, matters: ['WG-grave', 'WG-new', 'WG-late', 'WG-taken'] },
      changed: { count: 4 },
      unacknowledged: { count: 1, matters: ['WG-late'] },
      unowned: { count: 1, matters: ['WG-taken'] },
      aged: { count: 1, matters: ['WG-late'] },
      escalated: { count: 1, matters: ['WG-grave'] },
      reported: { count: 1, matters: ['WG-grave'] },
    })
    expect((await server.get('/api/v1/handover')).status).toBe(403)
    expect((await server.get('/api/v1/handovers?audience=screen')).status).toBe(403)
  })

  it('[U2] is refused while a matter is unacknowledged or has no owner, and names them', async () => {
    await using desk = await openDesk()
    const { server } = desk
    await tell(server, reportIncident('WG-1', { severity: 'I' }), reportIncident('WG-2', { severity: 'IV' }))
    expect(await sign(server)).toMatchObject({ status: 409, answer: { accepted: false, reason: 'unacknowledged', count: 1, matters: ['WG-1'] } })
    await tell(server, { type: 'incident.accepted', subject: 'WG-1', data: {} }, { type: 'incident.dispatched', subject: 'WG-1', data: { unit: '旗住建局' } }, { type: 'incident.acknowledged', subject: 'WG-1', data: {} }, { type: 'incident.accepted', subject: 'WG-2', data: {} })
    expect(await sign(server)).toMatchObject({ status: 409, answer: { accepted: false, reason: 'unowned', count: 1, matters: ['WG-2'] } })
    await tell(server, { type: 'incident.dispatched', subject: 'WG-2', data: { assignee: 'S00002' } })
    expect(await sign(server)).toMatchObject({ status: 200, answer: { accepted: true, handover: { id: 'h1', signed: { from: { draft: { open: { count: 2 } } } } } } })
  })

  it('[U2] is refused while an upward report is past its time', async () => {
    await using desk = await openDesk()
    const { server } = desk
    await tell(
      server,
      reportIncident('WG-1', { severity: 'I', title: '燃气泄漏' }, { time: ago(3 * HOUR) }),
      { type: 'incident.accepted', subject: 'WG-1', data: {} },
      { type: 'incident.dispatched', subject: 'WG-1', data: { unit: '旗住建局' } },
      { type: 'incident.acknowledged', subject: 'WG-1', data: {} },
    )
    expect((await draftOf(server)).reportsDue).toEqual({ count: 1, matters: ['WG-1'] })
    expect(await sign(server)).toMatchObject({ status: 409, answer: { accepted: false, reason: 'reports-due', count: 1, matters: ['WG-1'] } })
    await tell(server, { type: 'incident.report-sent', subject: 'WG-1', data: { kind: 'first', number: 1, by: 'phone', to: '旗政府总值班室' } }, { type: 'incident.report-sent', subject: 'WG-1', data: { kind: 'first', number: 1, by: 'writing', to: '旗政府总值班室' } })
    expect(await sign(server)).toMatchObject({ status: 200, answer: { accepted: true } })
  })

  it('[U1][U5] what was signed keeps its lines and remarks; what waits is told apart from what is kept', async () => {
    await using desk = await openDesk()
    const { server } = desk
    await tell(server, reportIncident('WG-1', { severity: 'IV', title: '井盖松动' }), { type: 'incident.accepted', subject: 'WG-1', data: {} }, { type: 'incident.dispatched', subject: 'WG-1', data: { unit: '旗住建局' } }, { type: 'incident.acknowledged', subject: 'WG-1', data: {} })
    const asked = async (query: string) => ((await server.get(`/api/v1/handovers?audience=desk&${query}`)).body as { handovers: Handover[] }).handovers
    expect(await asked('waiting=1')).toEqual([])
    await sign(server, { note: '留意井盖' })
    const line = { id: 'WG-1', title: '井盖松动', holder: '旗住建局', stage: 'acknowledged' }
    expect(await asked('waiting=1')).toMatchObject([{ id: 'h1', signed: { from: { note: '留意井盖', draft: { lines: [line] } } } }])
    await tell(server, { type: 'incident.handling', subject: 'WG-1', data: {} })
    await sign(server, { sign: 'to', note: '收到' })
    expect(await asked('waiting=1')).toEqual([])
    expect(await asked('id=h1')).toMatchObject([{ signed: { from: { note: '留意井盖', draft: { lines: [line] } }, to: { note: '收到', draft: { lines: [{ ...line, stage: 'handling' }] } } } }])
    expect((await keptBy(server))[0]?.signed.from?.draft).toMatchObject({ open: { count: 1 }, lines: [] })
    expect(await asked('id=h9')).toEqual([])
  })

  it.each<[string, object, string, number]>([
    ['another seat', { to: 'seat-9' }, 'unknown-seat', 403],
    ['somebody of the staff', { from: 'S00001' }, 'unknown-seat', 403],
    ['one seat alone', { to: 'seat-1' }, 'same-seat', 422],
    ['a third signature', { sign: 'witness' }, 'bad-request', 422],
    ['a long note', { note: 'x'.repeat(1001) }, 'bad-request', 422],
  ])('[U3] refuses %s', async (_what, more, reason, status) => {
    await using desk = await openDesk()
    expect(await sign(desk.server, more)).toMatchObject({ status, answer: { accepted: false, reason } })
    expect(await keptBy(desk.server)).toEqual([])
  })

  it('[U3] both sign, each once, and it is kept over a restart; the next one begins there', async () => {
    await using folder = await deskDistrict()
    await using data = await temporaryFolder()
    const parts = { districtDir: folder.path, dataDir: data.path }
    await using server = await startTestServer(parts)
    await tell(server, reportIncident('WG-1'))
    const one = await sign(server, { sign: 'to', note: '夜班平稳' })
    expect(one).toMatchObject({ status: 200, answer: { accepted: true, handover: { signed: { to: { note: '夜班平稳' } } } } })
    expect((one.answer as { handover: Handover }).handover.completeAt).toBeUndefined()
    expect(await sign(server, { sign: 'to', note: 'again' })).toMatchObject({ status: 200, answer: { accepted: true, duplicate: true, handover: { signed: { to: { note: '夜班平稳' } } } } })
    expect(await sign(server, { from: 'seat-2', to: 'seat-1' })).toMatchObject({ status: 409, answer: { reason: 'other-handover' } })
    const both = await sign(server)
    const { completeAt } = (both.answer as { handover: Handover }).handover
    expect(completeAt).toBeGreaterThan(0)
    expect((await draftOf(server)).since).toBe(completeAt)
    expect((await draftOf(server)).changed.count).toBe(0)
    expect((await sign(server, { id: 'h2', from: 'seat-2', to: 'seat-1' })).status).toBe(200)
    const kept = await keptBy(server)
    expect(kept.map(({ id }) => id)).toEqual(['h2', 'h1'])

    await server[Symbol.asyncDispose]()
    await using again = await startTestServer(parts)
    expect(await keptBy(again)).toEqual(kept)
  })

  it('[U3] one that another has overtaken is begun anew', async () => {
    await using desk = await openDesk()
    const { server } = desk
    await sign(server, { id: 'slow' })
    await sign(server, { id: 'quick' })
    await waitFor('a later millisecond', async () => (await sign(server, { id: 'quick', sign: 'to' })).status === 200)
    expect(await sign(server, { id: 'slow', sign: 'to' })).toMatchObject({ status: 409, answer: { reason: 'other-handover' } })
  })
})
