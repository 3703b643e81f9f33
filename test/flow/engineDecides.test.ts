import { expect, it } from 'vitest'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

interface Matter { id: string; level: string; escalations: number }

it('[X1] a limit that has passed shows on every screen soon after, and is counted', async () => {
  await using server = await startTestServer({ firstRestMs: 0 })
  await waitFor('the engine to lead', async () => String((await server.get('/metrics')).body).includes('\nwangge_engine_leads 1'))
  const began = performance.now()
  await server.post(reportIncident('WG-1', { severity: 'I' }, { time: new Date(Date.now() - 60_000).toISOString() }))
  const matter = await waitFor('WG-1 to go up', async () => {
    const { body } = await server.get('/api/v1/state?audience=screen&region=152921')
    return (body as { state: { incident: { incidents: Matter[] } } }).state.incident.incidents.find(({ id, level }) => id === 'WG-1' && level === 'community')
  })
  expect(performance.now() - began).toBeLessThan(5000)
  expect(matter.escalations).toBe(1)
  expect((await server.get('/metrics')).body).toContain('wangge_escalations_total{kind="escalated"} 1')
  expect(((await server.get('/api/v1/rejected')).body as { rejected: { counts: object } }).rejected.counts).toEqual({})
})
