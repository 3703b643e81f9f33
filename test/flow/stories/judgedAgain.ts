import { expect } from 'vitest'
import type { TestServer } from '../../support/startTestServer.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { waitFor } from '../../support/waitFor.ts'

interface Result { accepted: boolean; entry: string; duplicate?: true }

const comment = (matter: string, id: string) => ({ type: 'incident.commented', source: 'app', id, subject: matter, data: { text: id } })

export async function send(server: TestServer, ...events: object[]): Promise<Result[]> {
  const { status, body } = await server.post(events)
  expect(status).toBe(200)
  return (body as { results: Result[] }).results
}

/** Comments on a matter that have been folded. */
export async function commentsOf(server: TestServer, matter: string): Promise<string[]> {
  const { body } = await server.get(`/api/v1/incidents/${matter}/timeline?audience=desk`)
  return (body as { events: { type: string; id: string }[] }).events.filter(({ type }) => type === 'incident.commented').map(({ id }) => id)
}

/** What is said of a matter before it was reported is unlawful, and stands in `rejected`. */
export async function tellTooEarly(server: TestServer, matter: string): Promise<Result> {
  const [early] = await send(server, comment(matter, `${matter}-early`))
  await waitFor('it among the rejected', async () => JSON.stringify((await server.get('/api/v1/rejected')).body).includes(early!.entry))
  return early!
}

/** Then the matter is reported, and the same is sent again, to all `servers` at once, twice. */
export async function tellAgain(servers: readonly TestServer[], matter: string, early: Result): Promise<void> {
  const [first] = servers as [TestServer]
  await send(first, reportIncident(matter, {}, { source: 'app', id: matter }))
  const again = (await Promise.all([...servers, ...servers].map(server => send(server, comment(matter, `${matter}-early`))))).flat()
  const [anew] = again.filter(({ duplicate }) => !duplicate)
  expect(again.filter(({ duplicate }) => !duplicate)).toHaveLength(1)
  expect(anew!.entry).not.toBe(early.entry)
  expect(new Set(again.map(({ entry }) => entry))).toEqual(new Set([anew!.entry]))
  for (const server of servers)
    await waitFor('its effect, once', async () => (await commentsOf(server, matter)).join() === `${matter}-early`)
  expect(await send(first, comment(matter, `${matter}-early`))).toEqual([expect.objectContaining({ entry: anew!.entry, duplicate: true })])
}
