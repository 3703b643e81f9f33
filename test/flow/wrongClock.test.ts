import type { Incident } from '../../shared/families/incident/Incident.ts'
import { expect, it } from 'vitest'
import { commandOf } from '../support/commandOf.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { ShiftedClock } from '../support/ShiftedClock.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

interface Matter { id: string; reportedAt: number; level: string }

it('[X22][X23] a clock that jumped two days ahead and back is told, nothing more gets its time, and the engine rests until time has caught up', async () => {
  const clock = new ShiftedClock()
  await using server = await startTestServer({ clock, firstRestMs: 0 })
  const matters = async () => ((await server.get('/api/v1/state?audience=screen&region=152921')).body as { state: { incident: { incidents: Matter[] } } }).state.incident.incidents
  const matter = (id: string) => waitFor(`${id} to be known`, async () => (await matters()).find(matter => matter.id === id))
  const reason = async () => (await server.get('/readyz')).body as { log: string; reason?: string }

  clock.shift = 48 * HOUR
  await server.post(reportIncident('WG-1', {}, { time: new Date(Date.now() + 49 * HOUR - 55 * MINUTE).toISOString() }))
  await matter('WG-1')
  clock.shift = 0
  const said = await waitFor('it is told', async () => {
    const answer = await reason()
    return answer.reason?.includes('The newest entry of the log lies') && answer
  })
  expect(said).toMatchObject({ log: 'up', reason: expect.stringMatching(/lies 1[67]\d{4} s ahead of now.* nothing is escalated/) })

  await server.post([reportIncident('WG-2'), reportIncident('WG-3', {}, { time: new Date(Date.now() - MINUTE).toISOString() })])
  expect((await matter('WG-2')).reportedAt).toBeLessThan(Date.now() + 1)
  // Overdue for a minute; and looked at anew after it was folded, as what is told shows.
  await matter('WG-3')
  clock.shift = 24 * HOUR
  await waitFor('the next look', async () => / lies 8\d{4} s ahead/.test((await reason()).reason ?? ''))
  expect((await matters()).map(({ level }) => level)).toEqual(['grid', 'grid', 'grid'])
  const { body } = await server.get('/metrics')
  expect(body).toContain('\nwangge_engine_leads 1')
  expect(body).not.toContain('wangge_escalations_total{')

  clock.shift = 48 * HOUR
  await waitFor('WG-3 to go up', async () => (await matter('WG-3')).level !== 'grid')
  await waitFor('it is well', async () => (await reason()).reason === undefined)
}, 60_000)

it('[X23] a log that lies years ahead takes positions, reports and commands as before', async () => {
  const clock = new ShiftedClock(1000 * 24 * HOUR)
  await using district = await deskDistrict()
  await using server = await startTestServer({ clock, districtDir: district.path })
  const state = async () => ((await server.get('/api/v1/state?audience=desk&region=152921')).body as { state: { incident: { incidents: Incident[] } } }).state.incident.incidents
  const position = (id: string) => ({ type: 'patrol.position', source: 'test', id, subject: 'S1', time: new Date(clock.now()).toISOString(), data: { place: { lng: 105.05, lat: 38.05 } } })
  await server.post([reportIncident('WG-1'), position('1')])
  await waitFor('WG-1 to be known', async () => (await state()).length === 1)
  clock.shift = 0
  await server.post([reportIncident('WG-2', {}, { time: new Date().toISOString() }), reportIncident('WG-3'), position('2')])
  await waitFor('all to be known', async () => (await state()).length === 3)
  const second = (await state()).find(({ id }) => id === 'WG-2')!
  const answer = await fetch(`${server.url}/api/v1/commands`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(commandOf('accept', second)) })
  expect(await answer.json()).toMatchObject({ accepted: true })
  await waitFor('it is accepted', async () => (await state()).some(({ id, stage }) => id === 'WG-2' && stage === 'accepted'))
  expect((await state()).find(({ id }) => id === 'WG-3')!.reportedAt).toBeLessThan(Date.now() + 1)
  expect(((await server.get('/api/v1/rejected')).body as { rejected: { counts: object } }).rejected.counts).toEqual({})
}, 60_000)
