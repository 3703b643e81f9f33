import { expect, it } from 'vitest'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

interface Call { id: string; calledTo?: string; calls: number; stage: string }

it('[X40] on a running server a call for help whose time has passed goes on by itself, once, and every screen has it', async () => {
  await using server = await startTestServer({ firstRestMs: 0 })
  await waitFor('the engine to lead', async () => String((await server.get('/metrics')).body).includes('\nwangge_engine_leads 1'))
  await server.post({ type: 'patrol.sos', subject: 'S00002', time: new Date(Date.now() - 60_000).toISOString(), data: { grid: '152921101001001' } })
  const call = await waitFor('the call to go on', async () => {
    const { body } = await server.get('/api/v1/state?audience=screen')
    return (body as { state: { patrol: { calls: Call[] } } }).state.patrol.calls.find(({ calledTo }) => calledTo !== undefined)
  })
  expect(call).toMatchObject({ stage: 'calling', calls: 1 })
  expect(call).not.toHaveProperty('seat')
  expect(((await server.get('/api/v1/rejected')).body as { rejected: { counts: object } }).rejected.counts).toEqual({})
})
