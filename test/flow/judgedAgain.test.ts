import { expect, it } from 'vitest'
import { reportIncident } from '../support/reportIncident.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'
import { commentsOf, send, tellAgain, tellTooEarly } from './stories/judgedAgain.ts'

it('[W26][L2] what came too early is judged again when it is sent again, also after a restart', async () => {
  await using folder = await temporaryFolder()
  let early: Awaited<ReturnType<typeof tellTooEarly>>
  {
    await using server = await startTestServer({ dataDir: folder.path })
    await tellAgain([server], 'WG-1', await tellTooEarly(server, 'WG-1'))
    early = await tellTooEarly(server, 'WG-2')
  }
  await using server = await startTestServer({ dataDir: folder.path })
  await tellAgain([server], 'WG-2', early)
  expect(await commentsOf(server, 'WG-1')).toEqual(['WG-1-early'])
})

it('[W26] within one batch, and without an effect before it is lawful', async () => {
  await using server = await startTestServer()
  const comment = { type: 'incident.commented', source: 'app', id: 'c', subject: 'WG-3', data: { text: 'x' } }
  const entries = (await send(server, comment, comment, reportIncident('WG-3'), comment)).map(({ entry }) => entry)
  expect(new Set(entries).size).toBeGreaterThan(1)
  await send(server, comment)
  expect(await commentsOf(server, 'WG-3')).toEqual(['c'])
})

it('[W26] also after kill -9, before anything was copied or kept in a checkpoint', async () => {
  await using folder = await temporaryFolder()
  const comment = { type: 'incident.commented', source: 'app', id: 'c', subject: 'WG-4', data: { text: 'x' } }
  {
    await using killed = await startServerProgram({ DATA_DIR: folder.path, SIMULATOR: 'off' })
    const response = await fetch(`${killed.url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(comment) })
    expect(await response.json()).toMatchObject({ results: [{ accepted: true }] })
    await killed.end('SIGKILL')
  }
  await using server = await startTestServer({ dataDir: folder.path })
  const answers = await send(server, reportIncident('WG-4'), comment)
  expect(answers.map(({ duplicate }) => duplicate)).toEqual([undefined, undefined])
  await waitFor('its effect', async () => (await commentsOf(server, 'WG-4')).join() === 'c')
}, 60_000)

it('[W26] sent a hundred times while nothing has changed it is answered as rejected, and the log grows by nothing', async () => {
  await using server = await startTestServer()
  await send(server, reportIncident('WG-5'))
  const merge = { type: 'incident.merged', source: 'app', id: 'm', subject: 'WG-6', data: { into: 'WG-5' } }
  const [early] = await send(server, merge)
  const rejected = async () => {
    const { status, body } = await server.post([merge])
    return { status, result: (body as { results: object[] }).results[0] }
  }
  const answers = []
  for (let i = 0; i < 100; i++)
    answers.push(await rejected())
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toEqual({ status: 422, result: { accepted: false, reason: 'unlawful', path: 'subject', message: expect.stringContaining('report it first') } })
  // What another matter is told changes nothing for it.
  const [other] = await send(server, reportIncident('WG-7'))
  expect(other!.entry.split('-')[0]! >= early!.entry.split('-')[0]!).toBe(true)
  expect(await rejected()).toEqual(answers[0])
  const { body } = await server.get('/api/v1/rejected')
  expect(JSON.stringify(body)).toContain('"unlawful":1')
  // What it names is told something: it is judged once more.
  await send(server, { type: 'incident.commented', source: 'app', id: 'c', subject: 'WG-5', data: { text: 'x' } })
  const [again] = await send(server, merge)
  expect(again!.entry).not.toBe(early!.entry)
  expect(await rejected()).toEqual(answers[0])
  await send(server, reportIncident('WG-6'))
  expect(await send(server, merge)).toEqual([expect.objectContaining({ accepted: true })])
  expect(await send(server, merge)).toEqual([expect.objectContaining({ accepted: true, duplicate: true })])
})
