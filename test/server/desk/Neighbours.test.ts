import type { StateResource } from '../../../shared/protocol/stateResource.ts'
import type { Drive } from '../../../shared/protocol/wall/drive.ts'
import type { TestServer } from '../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskDistrict } from '../../support/deskDistrict.ts'
import { DeskClient } from '../../support/DeskClient.ts'
import { RawLive } from '../../support/RawLive.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

/** An id that could carry a name and a mobile: no screen may see it as it is. */
const PERSONAL = 'WG-张三-13900000001'

describe('neighbours at the desk', () => {
  let folder: Awaited<ReturnType<typeof deskDistrict>>
  let server: TestServer

  beforeAll(async () => {
    folder = await deskDistrict()
    server = await startTestServer({ districtDir: folder.path })
    expect((await server.post([reportIncident('WG-1'), reportIncident(PERSONAL)])).status).toBeLessThan(300)
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  it('[N1] what the desk chooses from is told to the desk alone', async () => {
    const { body, status } = await server.get('/api/v1/desk?audience=desk')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      seats: [{ id: 'seat-1', role: 'dutyOfficer' }, { id: 'seat-2', role: 'dutyLead' }],
      units: [{ unit: '旗供热公司', region: '152921' }, { unit: '旗住建局', region: '152921' }],
      checklists: { facility: [{ id: 'scene-secured' }, { id: 'repaired' }] },
      reportTo: ['旗政府总值班室'],
    })
    expect((body as { staff: { id: string; name: string }[] }).staff).toContainEqual(expect.objectContaining({ id: 'S00001', name: '虚构人1' }))
    expect((await server.get('/api/v1/desk')).status).toBe(403)
    expect((await server.get('/api/v1/desk?audience=screen')).status).toBe(403)
    const screen = JSON.stringify((await server.get('/api/v1/district?audience=screen')).body)
    expect(['虚构人1', '旗供热公司', 'scene-secured'].filter(word => screen.includes(word))).toEqual([])
  })

  it('[N2] two officers see each other: who, at which matter, whether writing, and who has gone', async () => {
    using one = await new DeskClient(server.url, 'desk').sits('seat-1', 'WG-1')
    using two = await new DeskClient(server.url, 'desk').sits('seat-2')
    await waitFor('both see both', () => one.officers.length === 2 && two.officers.length === 2)
    expect(two.officers.find(({ you }) => !you)).toMatchObject({ actor: 'seat-1', incident: 'WG-1', typing: false })
    const { since } = two.officers.find(({ you }) => !you)!
    await one.sits('seat-1', 'WG-1', true)
    await waitFor('one is seen to write', () => two.officers.some(({ actor, typing }) => actor === 'seat-1' && typing))
    expect(two.officers.find(({ actor }) => actor === 'seat-1')!.since).toBe(since)
    one.socket.disconnect()
    await waitFor('one has gone', () => two.officers.length === 1)
    expect(two.officers[0]).toMatchObject({ actor: 'seat-2', you: true })
  })

  it('[N2] what changes within a tenth of a second is told once', async () => {
    using one = await new DeskClient(server.url, 'desk').sits('seat-1')
    using two = await new DeskClient(server.url, 'desk').sits('seat-2')
    await waitFor('both see both', () => two.officers.length === 2)
    const before = two.told.officers
    for (let i = 0; i < 20; i++)
      one.socket.emit('presence', { actor: 'seat-1', typing: i % 2 === 0 })
    one.socket.emit('presence', { actor: 'seat-1', incident: 'WG-1' })
    await waitFor('the last is seen', () => two.officers.some(({ incident }) => incident === 'WG-1'))
    expect(two.told.officers - before).toBeLessThanOrEqual(3)
  })

  it('[N2] a link that sees something else from now on has left the desk', async () => {
    using one = await new DeskClient(server.url, 'desk').sits('seat-1')
    using two = await new DeskClient(server.url, 'desk').sits('seat-2')
    await waitFor('both see both', () => two.officers.length === 2)
    one.subscribe({ scope: { audience: 'screen', region: '152921' } })
    await waitFor('one has left', () => two.officers.length === 1)
  })

  it('[N3] desks see each wall with a name: what it shows, how many screens, what was painted and when', async () => {
    using left = await new DeskClient(server.url, 'screen').hangs({ name: 'hall', scene: 'overview' })
    using right = await new DeskClient(server.url, 'screen').hangs({ name: 'hall', scene: 'incidents', region: '152921101', held: true, taken: 'WG-1' })
    using desk = await new DeskClient(server.url, 'desk').sits('seat-1')
    await waitFor('both screens are one wall', () => desk.walls[0]?.links === 2)
    expect(desk.walls).toMatchObject([{ name: 'hall', scene: 'incidents', region: '152921101', held: true, taken: 'WG-1' }])
    expect(desk.walls[0]).not.toHaveProperty('painted')
    const before = Date.now()
    await left.hangs({ name: 'hall', scene: 'incidents', painted: 'd7' })
    await waitFor('painted by one', () => desk.walls[0]?.painted === 'd7')
    expect(desk.walls[0]).toMatchObject({ paintedBy: 1 })
    const { paintedAt } = desk.walls[0]!
    expect(paintedAt).toBeGreaterThanOrEqual(before)
    await left.hangs({ name: 'hall', scene: 'overview', painted: 'd7' })
    await waitFor('said again', () => desk.walls[0]?.scene === 'overview')
    expect(desk.walls[0]!.paintedAt).toBe(paintedAt)
    right.socket.disconnect()
    left.socket.disconnect()
    await waitFor('the wall has gone', () => desk.walls.length === 0)
  })

  it('[N4] a seat sends a matter to a wall: its screens alone are told, by the public id', async () => {
    using hall = await new DeskClient(server.url, 'screen').hangs({ name: 'hall' })
    using other = await new DeskClient(server.url, 'screen').hangs({ name: 'lobby' })
    using desk = await new DeskClient(server.url, 'desk').sits('seat-1')
    await waitFor('both walls are there', () => desk.walls.length === 2)
    expect(await desk.drive({ id: 'd8', scene: 'incidents', region: '152921101', incident: PERSONAL, takeover: 'hold' })).toEqual({ accepted: true, id: 'd8', walls: 1 })
    await waitFor('the wall is told', () => hall.shows.length === 1)
    const { state } = await (await fetch(`${server.url}/api/v1/state?audience=screen&region=152921`)).json() as StateResource
    const [incident] = state.incident.incidents.flatMap(({ id }) => id.startsWith('~') ? [id] : [])
    expect(incident).toMatch(/^~[0-9a-z]{17}$/)
    expect(hall.shows).toEqual([{ id: 'd8', by: 'seat-1', scene: 'incidents', region: '152921101', incident, takeover: 'hold' }])
    expect([other.shows, desk.shows]).toEqual([[], []])
  })

  it.each<[string, Partial<Drive>, string]>([
    ['nothing to show', {}, 'bad-request'],
    ['a wall that could be a person’s sentence', { wall: 'a'.repeat(41), scene: 'overview' }, 'bad-request'],
    ['nobody', { actor: 'nobody', scene: 'overview' }, 'unknown-actor'],
    ['somebody of a grid', { actor: 'S00001', scene: 'overview' }, 'not-allowed'],
    ['another county', { region: '110101' }, 'unknown-region'],
    ['no such matter', { incident: 'WG-404' }, 'unknown-incident'],
    ['no such wall', { wall: 'attic', scene: 'overview' }, 'unknown-wall'],
  ])('[N4] %s is refused', async (_what, order, reason) => {
    using desk = await new DeskClient(server.url, 'desk').sits('seat-1')
    expect(await desk.drive(order)).toMatchObject({ accepted: false, reason })
  })

  it('[N6] a screen neither drives nor hears who is at the desk, whatever it says', async () => {
    using desk = await new DeskClient(server.url, 'desk').sits('seat-1', 'WG-1')
    using raw = await new RawLive(server.url).connected()
    using screen = await new DeskClient(server.url, 'screen').live()
    screen.socket.emit('presence', { actor: 'seat-2' })
    expect(await screen.drive({ scene: 'overview' })).toMatchObject({ accepted: false, reason: 'not-allowed' })
    await screen.hangs({ name: 'hall' })
    await waitFor('its wall is seen', () => desk.walls.length === 1)
    await desk.sits('seat-1', 'WG-1', true)
    expect(desk.officers).toHaveLength(1)
    expect(screen.told).toEqual({ officers: 0, walls: 0 })
    expect(raw.texts.filter(text => /officers|walls/.test(text))).toEqual([])
    expect(screen.heard.refused).toEqual([])
  })

  it('[N6] what is not lawful is dropped, the link stays', async () => {
    using desk = await new DeskClient(server.url, 'desk').sits('seat-1')
    for (const message of [undefined, 7, {}, { actor: 'nobody' }, { actor: 'seat-2', more: 1 }, { actor: 'x'.repeat(200) }])
      desk.socket.emit('presence', message as never)
    for (const message of [null, { name: '' }, { name: 'hall', held: 'yes', scene: 'overview' }, { name: 'hall\n', held: false, scene: 'overview' }])
      desk.socket.emit('wall', message as never)
    await desk.sits('seat-1', 'WG-1')
    expect(desk.officers).toHaveLength(1)
    expect(desk.walls).toEqual([])
    expect(desk.heard.closing).toEqual([])
  })
})
