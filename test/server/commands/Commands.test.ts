import type { Command } from '../../../shared/commands/Command.ts'
import { describe, expect, it } from 'vitest'
import { commandOf } from '../../support/commandOf.ts'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { LiveClient } from '../../support/liveClient.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { systemClock } from '../../../server/clock.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'
import { order, reportMany, timelineOf } from '../../flow/stories/commands.ts'

const WORKER = 'S00002'

describe('commands', () => {
  it('[C1][C2][L25] are answered when kept and folded, or refused with a reason, a status and what to do', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const [entry] = (await reportMany([server], ['WG-1'])).values()
    const seen = { id: 'WG-1', entry: entry! }
    const cases: [unknown, number, string, string?][] = [
      [{}, 422, 'bad-command', 'type'],
      [{ ...commandOf('accept', seen), type: 'explode' }, 422, 'bad-command', 'type'],
      [{ ...commandOf('accept', seen), more: 1 }, 422, 'bad-command', ''],
      [commandOf('reject', seen, { reason: 'boring' }), 422, 'bad-command', 'data.reason'],
      [commandOf('accept', seen, {}, { version: 'now' }), 422, 'bad-command', 'version'],
      [commandOf('accept', seen, {}, { actor: 'engine' }), 403, 'unknown-actor', 'actor'],
      [commandOf('accept', { id: 'WG-404', entry: '1-0' }), 404, 'unknown-incident', 'incident'],
      [commandOf('accept', seen, {}, { actor: 'unit:城管' }), 403, 'not-allowed'],
      [commandOf('acknowledge', seen), 409, 'wrong-stage'],
    ]
    for (const [body, status, reason, path] of cases) {
      const answer = await order(server, body as Command)
      expect([reason, answer]).toEqual([reason, expect.objectContaining({ status, reason, accepted: false, message: expect.stringMatching(/\w{3,}/), ...(path !== undefined && { path }) })])
    }
    const answer = await order(server, commandOf('accept', seen, { unit: '旗住建局' }))
    expect(answer).toMatchObject({ status: 200, accepted: true, entries: [expect.any(String)], reached: 'durable' })
    expect((await timelineOf(server, 'WG-1')).events.map(({ type, actor }) => [type, actor])).toEqual([['incident.reported', undefined], ['incident.accepted', 'seat-2']])
  })

  it('[C6] a colleague who was first is named, with when and what; what was only said meanwhile contradicts nothing', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const [entry] = (await reportMany([server], ['WG-1'])).values()
    const seen = { id: 'WG-1', entry: entry! }
    expect(await order(server, commandOf('comment', seen, { text: '看一下' }, { actor: 'seat-1' }))).toMatchObject({ accepted: true })
    expect(await order(server, commandOf('accept', seen, {}, { actor: 'seat-1' }))).toMatchObject({ accepted: true })
    const late = await order(server, commandOf('reject', seen, { reason: 'not-ours' }))
    expect(late).toMatchObject({ status: 409, reason: 'changed', by: 'seat-1', move: 'accepted', at: expect.any(Number) })
    expect((late as { message: string }).message).toMatch(/^seat-1 was first: accepted at 20/)
    expect(await order(server, commandOf('comment', seen, { text: '再看' }))).toMatchObject({ accepted: true })
  })

  it('[C7] the same command twice, at once and later, has one effect and one answer', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const [entry] = (await reportMany([server], ['WG-1'])).values()
    const command = commandOf('accept', { id: 'WG-1', entry: entry! })
    const answers = await Promise.all(Array.from({ length: 5 }, () => order(server, command)))
    const later = await order(server, command)
    expect(later).toMatchObject({ accepted: true, duplicate: true })
    for (const answer of answers)
      expect(answer).toMatchObject({ accepted: true, entries: (later as { entries: string[] }).entries })
    expect((await timelineOf(server, 'WG-1')).events).toHaveLength(2)
  })

  it('[C5] somebody of a grid acts on matters of that grid alone, a unit on its own', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    await server.post([reportIncident('WG-1', { grid: '152921101001001' }), reportIncident('WG-2', { grid: '152921101001002' })])
    const [here, there] = (await reportMany([server], ['WG-3', 'WG-4'])).entries()
    expect(await order(server, commandOf('close', { id: here![0], entry: here![1] }, { note: '当场处置' }, { actor: WORKER }))).toMatchObject({ accepted: true })
    await waitFor('WG-2 is known', async () => (await server.get('/api/v1/incidents/WG-2/timeline?audience=desk')).status === 200)
    const { entry } = (await timelineOf(server, 'WG-2')).events[0]!
    expect(await order(server, commandOf('close', { id: 'WG-2', entry }, { note: 'x' }, { actor: WORKER }))).toMatchObject({ status: 403, reason: 'not-yours' })
    const seen = { id: there![0], entry: there![1] }
    expect(await order(server, commandOf('whistle', seen, { units: ['旗供热公司'] }))).toMatchObject({ accepted: true })
    expect(await order(server, commandOf('arrive', seen, { unit: '旗供热公司' }, { actor: 'unit:旗供热公司' }))).toMatchObject({ accepted: true })
    expect(await order(server, commandOf('arrive', seen, { unit: '旗供热公司' }, { actor: 'unit:城管' }))).toMatchObject({ status: 403, reason: 'not-yours' })
  })

  it('[C16] over /live a command comes from a desk that is live; a screen is refused, whatever it sends', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const [entry] = (await reportMany([server], ['WG-1'])).values()
    using screen = await new LiveClient(server.url).live()
    using desk = await new LiveClient(server.url, { audience: 'desk', region: '152921' }).live()
    const command = commandOf('accept', { id: 'WG-1', entry: entry! })
    expect(await screen.socket.timeout(5000).emitWithAck('command', command)).toMatchObject({ accepted: false, reason: 'not-allowed' })
    expect(await desk.socket.timeout(5000).emitWithAck('command', { junk: 1 } as never)).toMatchObject({ accepted: false, reason: 'bad-command' })
    expect(await desk.socket.timeout(5000).emitWithAck('command', command)).toMatchObject({ accepted: true })
    await waitFor('the desk sees it', () => desk.state?.incident.incidents.get('WG-1')?.stage === 'accepted')
  })

  it('[C17] the timeline is for the desk alone, whole also after a restart, and without what was refused', async () => {
    await using district = await deskDistrict()
    await using folder = await temporaryFolder()
    const settings = { districtDir: district.path, dataDir: folder.path }
    let before
    {
      await using server = await startTestServer(settings)
      const [entry] = (await reportMany([server], ['WG-1'])).values()
      await server.post([{ type: 'incident.feedback', subject: 'WG-1', data: {} }, reportIncident('WG-2')])
      await order(server, commandOf('accept', { id: 'WG-1', entry: entry! }))
      before = await timelineOf(server, 'WG-1')
      expect(before).toMatchObject({ whole: true, events: [{ type: 'incident.reported', data: { title: '井盖松动' } }, { type: 'incident.accepted', actor: 'seat-2' }] })
      expect((await server.get('/api/v1/incidents/WG-1/timeline')).status).toBe(403)
      expect((await server.get('/api/v1/incidents/WG-404/timeline?audience=desk')).status).toBe(404)
    }
    await using again = await startTestServer(settings)
    await waitFor('it is known again', async () => (await again.get('/api/v1/incidents/WG-1/timeline?audience=desk')).status === 200)
    expect(await timelineOf(again, 'WG-1')).toEqual(before)
  })

  it('[C22] somebody comments on one matter 20 times at once, then 20 times a minute; what is sent again is answered as at first', async () => {
    let ms = 0
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path, clock: { ...systemClock, monotonic: () => ms } })
    const [one, two] = [...await reportMany([server], ['WG-1', 'WG-2'])].map(([id, entry]) => ({ id, entry }))
    const comments = Array.from({ length: 22 }, (_, i) => commandOf('comment', one!, { text: `${i}` }))
    for (const comment of comments.slice(0, 20))
      expect(await order(server, comment)).toMatchObject({ status: 200 })
    const refused = await fetch(`${server.url}/api/v1/commands`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(comments[20]) })
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([429, '3', expect.objectContaining({ reason: 'too-many', seconds: 3, detail: expect.stringContaining('again in 3 s') })])
    expect(await order(server, comments[7]!)).toMatchObject({ accepted: true, duplicate: true })
    expect(await order(server, commandOf('comment', two!, { text: 'x' }))).toMatchObject({ accepted: true })
    expect(await order(server, commandOf('comment', one!, { text: 'x' }, { actor: 'seat-1' }))).toMatchObject({ accepted: true })
    expect(await order(server, commandOf('accept', one!))).toMatchObject({ accepted: true })
    ms += 3000
    expect(await order(server, comments[20]!)).toMatchObject({ accepted: true })
    expect(await order(server, comments[21]!)).toMatchObject({ status: 429 })
  })

  it('[C21] a page of the timeline says how many are left out on either side; what cannot be asked says which field, and how', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    const [entry] = (await reportMany([server], ['WG-1'])).values()
    for (let i = 0; i < 4; i++)
      await order(server, commandOf('comment', { id: 'WG-1', entry: entry! }, { text: `${i}` }))
    const { events } = await timelineOf(server, 'WG-1')
    const page = (query: string) => server.get(`/api/v1/incidents/WG-1/timeline?audience=desk&${query}`)
    expect((await page('after=0-0&limit=2')).body).toMatchObject({ whole: false, events: events.slice(0, 2), later: { count: 3, after: events[1]!.entry } })
    expect((await page(`before=${events[3]!.entry}&limit=2`)).body).toMatchObject({ events: events.slice(1, 3), earlier: { count: 1, before: events[1]!.entry }, later: { count: 2, after: events[2]!.entry } })
    expect((await page('limit=1')).body).toMatchObject({ events: events.slice(4), earlier: { count: 4 } })
    for (const [query, path] of [['before=x', 'before'], ['after=1', 'after'], ['limit=0', 'limit'], ['limit=501', 'limit'], ['limit=1.5', 'limit'], ['before=1-0&after=1-0', 'after'], ['limit=1&limit=2', 'limit']])
      expect(await page(query!), query).toMatchObject({ status: 400, body: { path, detail: expect.stringMatching(/^Give /) } })
    expect((await server.get('/api/v1/incidents/WG-1/timeline?after=0-0')).status).toBe(403)
  })

  it('[C18] nobody else takes the ids under which commands are known again', async () => {
    await using server = await startTestServer()
    for (const source of ['wangge/commands', 'wangge/engine']) {
      const { status, body } = await server.post(reportIncident('WG-1', {}, { source, id: 'WG-1/c1/1' }))
      expect([status, body]).toEqual([422, { results: [expect.objectContaining({ accepted: false, reason: 'not-allowed', path: 'source' })] }])
    }
  })

  it('[M1][M3] a matter is told with its limits, the report that is due and likely duplicates; the numbers of a region too; to the desk alone', async () => {
    await using district = await deskDistrict()
    await using server = await startTestServer({ districtDir: district.path })
    await server.post(reportIncident('WG-1', { severity: 'I' }))
    const [entry] = (await reportMany([server], ['WG-2'])).values()
    await order(server, commandOf('close', { id: 'WG-2', entry: entry! }, { note: '当场处置' }))
    const { body } = await server.get('/api/v1/incidents/WG-1?audience=desk')
    expect(body).toMatchObject({ incident: { id: 'WG-1' }, limit: { clock: 'intake', limitMs: 10_000, time: 'calendar' }, report: { kind: 'first', by: 'phone' }, duplicates: [{ id: 'WG-2', stage: 'closed', metres: 0 }] })
    const numbers = await server.get('/api/v1/indicators?audience=desk')
    expect(numbers.body).toMatchObject({ region: '152921', rates: { closureRate: { now: { part: 1, whole: 2 } }, overdueNow: { whole: 1 } }, minutesTaken: { grid: { count: 1 } }, withoutLead: [] })
    for (const path of ['/api/v1/incidents/WG-1', '/api/v1/indicators'])
      expect((await server.get(path)).status).toBe(403)
    expect((await server.get('/api/v1/indicators?audience=desk&region=110101')).status).toBe(404)
  })
})
