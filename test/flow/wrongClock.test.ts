import { expect, it } from 'vitest'
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
