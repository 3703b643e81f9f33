import type { MattersAnswer } from '../../shared/protocol/desk/matters.ts'
import type { TestServer } from '../support/startTestServer.ts'
import { describe, expect, it } from 'vitest'
import { commandOf } from '../support/commandOf.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { ManualClock } from '../support/ManualClock.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { order, timelineOf } from './stories/commands.ts'

const DAY = 86_400_000
const CALLER = { name: '张三丰', phone: '138 1234 5678' }

async function found(server: TestServer, query: Record<string, string>): Promise<MattersAnswer & { ids: string[] }> {
  const { status, body } = await server.get(`/api/v1/incidents?${new URLSearchParams({ audience: 'desk', ...query })}`)
  expect([status, JSON.stringify(body)]).toEqual([200, expect.any(String)])
  const answer = body as MattersAnswer
  return { ...answer, ids: answer.matters.map(({ id }) => id) }
}

/** WG-1 was reported, sent, signed for and closed, then two days went by and it has left. */
async function afterAWhile(server: TestServer, clock: ManualClock): Promise<void> {
  await server.post(reportIncident('WG-1', { title: '井盖松动', address: '三单元', placeName: '胡杨苑8号楼', reporter: CALLER }))
  for (const [type, data] of [['accepted', {}], ['dispatched', { unit: '旗住建局' }], ['acknowledged', {}], ['handling', {}], ['feedback', { note: '已换' }], ['commented', { text: '谢谢' }], ['closed', { note: '已核查' }]] as const)
    await server.post({ type: `incident.${type}`, subject: 'WG-1', data })
  clock.advance(3 * DAY)
  await server.post(reportIncident('WG-2', { title: '路灯不亮', category: 'facility' }))
}

describe('a matter that has ended and left', () => {
  it('[C28][A27] is found by number, words, place, caller, kind and date, page by page, without its caller being readable anywhere', async () => {
    const clock = new ManualClock()
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path, clock })
    await afterAWhile(server, clock)
    const { body } = await server.get('/api/v1/state?audience=desk')
    expect(JSON.stringify(body)).not.toContain('"WG-1"')
    for (const query of [{ number: 'wg-1' }, { text: '井盖 三单元' }, { text: '环境' }, { place: '胡杨苑' }, { caller: '13812345678' }, { caller: '+86 138-1234-5678' }, { caller: '张三丰' }, { stage: 'ended' }, { stage: 'closed' }, { category: 'environment' }, { to: new Date(clock.now() - DAY).toISOString() }] as Record<string, string>[])
      expect([query, (await found(server, query)).ids]).toEqual([query, ['WG-1']])
    for (const query of [{ number: 'WG-9' }, { text: '井盖 四单元' }, { caller: '13812345679' }, { caller: '李四' }, { stage: 'evaluated' }, { to: new Date(clock.now() - 9 * DAY).toISOString() }] as Record<string, string>[])
      expect((await found(server, query)).ids).toEqual([])
    expect((await found(server, { caller: '13812345678' })).matters[0]).toMatchObject({ stage: 'closed', kept: false, caller: { name: '张**', phone: '138****5678' }, placeName: '胡杨苑8号楼', endedAt: expect.any(Number) })
    const first = await found(server, { limit: '1' })
    expect(first.ids).toEqual(['WG-2'])
    const second = await found(server, { limit: '1', before: first.next! })
    expect([second.ids, second.next, second.since]).toEqual([['WG-1'], undefined, 0])
    for (const [query, path] of [['caller=138', 'caller'], ['from=yesterday', 'from'], ['limit=1000', 'limit'], ['stage=gone', 'stage']] as const)
      expect((await server.get(`/api/v1/incidents?audience=desk&${query}`))).toMatchObject({ status: 400, body: { path } })
    expect((await server.get('/api/v1/incidents?audience=screen')).status).toBe(403)
  })

  it('[C28] is read as it ended with its whole history, evaluated and reopened, and goes on as itself', async () => {
    const clock = new ManualClock()
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path, clock })
    await afterAWhile(server, clock)
    const { body } = await server.get('/api/v1/incidents/WG-1?audience=desk')
    const { incident, kept } = body as { incident: { id: string; entry: string; stage: string; version: number }; kept: boolean }
    expect([kept, incident]).toEqual([false, expect.objectContaining({ stage: 'closed', version: 8, title: '井盖松动', reporter: { name: '张**', phone: '138****5678' } })])
    expect((await timelineOf(server, 'WG-1')).events.map(({ type }) => type)).toEqual(['reported', 'accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'commented', 'closed'].map(move => `incident.${move}`))
    expect(await order(server, commandOf('dispatch', incident, { unit: '旗住建局' }))).toMatchObject({ status: 404, reason: 'unknown-incident' })
    expect(await order(server, commandOf('reopen', incident, { reason: 'came-back' }, { version: '1-0' }))).toMatchObject({ reason: 'changed' })
    expect(await order(server, commandOf('evaluate', incident, { satisfied: false }))).toMatchObject({ accepted: true })
    const again = (await server.get('/api/v1/incidents/WG-1?audience=desk')).body as { incident: { id: string; entry: string } }
    const [one, other] = await Promise.all([order(server, commandOf('reopen', again.incident, { reason: 'low-rating' })), order(server, commandOf('reopen', again.incident, { reason: 'error' }))])
    expect([one, other].filter(answer => answer.accepted)).toHaveLength(1)
    const { body: now } = await server.get('/api/v1/incidents/WG-1?audience=desk')
    expect(now).toMatchObject({ kept: true, incident: { stage: 'reopened', reopens: 1, version: 11 } })
    const { events, whole } = await timelineOf(server, 'WG-1')
    expect([events.length, whole, events.slice(-3).map(({ type }) => type)]).toEqual([11, true, ['incident.recalled', 'incident.evaluated', 'incident.reopened']])
    expect((await found(server, { number: 'WG-1' })).matters).toMatchObject([{ stage: 'reopened', kept: true, endedAt: 0 }])
    const reveal = await fetch(`${server.url}/api/v1/reveal`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 'q', actor: 'seat-1', subject: 'WG-1', fields: ['phone'], why: '回访' }) })
    expect(await reveal.json()).toMatchObject({ accepted: true, values: { phone: CALLER.phone } })
  })

  it('[C28] is found after a restart, from what was kept with the checkpoints or folded anew, and reopened there', async () => {
    const clock = new ManualClock()
    await using district = await deskDistrict()
    await using folder = await temporaryFolder()
    {
      await using server = await startTestServer({ districtDir: district.path, clock, dataDir: folder.path })
      await afterAWhile(server, clock)
    }
    await using server = await startTestServer({ districtDir: district.path, clock, dataDir: folder.path })
    expect((await found(server, { caller: '张三丰' }))).toMatchObject({ ids: ['WG-1'], since: 0 })
    expect((await timelineOf(server, 'WG-1')).events).toHaveLength(8)
    const { incident } = (await server.get('/api/v1/incidents/WG-1?audience=desk')).body as { incident: { id: string; entry: string } }
    expect(await order(server, commandOf('reopen', incident, { reason: 'came-back' }))).toMatchObject({ accepted: true })
    expect((await timelineOf(server, 'WG-1')).events).toHaveLength(10)
  })
})
