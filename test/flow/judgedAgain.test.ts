import { expect, it } from 'vitest'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
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
