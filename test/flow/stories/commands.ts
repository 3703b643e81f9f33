import type { Command } from '../../../shared/commands/Command.ts'
import type { CommandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import type { TestServer } from '../../support/startTestServer.ts'
import { commandOf } from '../../support/commandOf.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { waitFor } from '../../support/waitFor.ts'

/** Gives a command to a server over HTTP; answers the status and what it says. */
export async function order(server: Pick<TestServer, 'url'>, command: Command): Promise<CommandAnswer & { status: number }> {
  const response = await fetch(`${server.url}/api/v1/commands`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) })
  return { ...await response.json() as CommandAnswer, status: response.status }
}

/** Reports matters and waits until each server knows them; answers their versions. */
export async function reportMany(servers: readonly TestServer[], ids: readonly string[]): Promise<Map<string, string>> {
  const { body } = await servers[0]!.post(ids.map(id => reportIncident(id)))
  const entries = (body as { results: { entry: string }[] }).results.map(({ entry }) => entry)
  for (const server of servers) {
    await waitFor('the matters are known', async () => {
      const { body } = await server.get('/api/v1/state?audience=desk')
      return (body as { state: { incident: { incidents: { id: string }[] } } }).state.incident.incidents.filter(({ id }) => ids.includes(id)).length === ids.length
    })
  }
  return new Map(ids.map((id, i) => [id, entries[i]!]))
}

/** What a server holds of a matter, for the desk. */
export async function timelineOf(server: Pick<TestServer, 'get'>, id: string): Promise<{ whole: boolean; events: { type: string; entry: string; actor?: string }[] }> {
  const { status, body } = await server.get(`/api/v1/incidents/${id}/timeline?audience=desk`)
  if (status !== 200)
    throw new Error(`timeline: ${status} ${JSON.stringify(body)}`)
  return body as { whole: boolean; events: { type: string; entry: string; actor?: string }[] }
}

/** Two officers give contradicting commands about each of many matters at the same time. */
export async function race(one: TestServer, two: TestServer, ids: readonly string[]): Promise<{ won: number[]; refusals: string[] }> {
  const versions = await reportMany([...new Set([one, two])], ids)
  const answers = await Promise.all(ids.map((id) => {
    const seen = { id, entry: versions.get(id)! }
    return Promise.all([
      order(one, commandOf('accept', seen, {}, { actor: 'seat-1' })),
      order(two, commandOf('reject', seen, { reason: 'not-ours' }, { actor: 'seat-2' })),
    ])
  }))
  return {
    won: answers.map(pair => pair.filter(({ accepted }) => accepted).length),
    refusals: answers.flat().flatMap(answer => answer.accepted ? [] : [answer.reason]),
  }
}

/** Of each of many pairs one officer merges the first into the second, the other one the second into the first, at the same time. */
export async function raceMerges(one: TestServer, two: TestServer, pairs: readonly (readonly [string, string])[]): Promise<CommandAnswer[][]> {
  const versions = await reportMany([...new Set([one, two])], pairs.flat())
  const merge = (server: TestServer, actor: string, id: string, into: string) => order(server, commandOf('merge', { id, entry: versions.get(id)! }, { into }, { actor }))
  return Promise.all(pairs.map(([a, b]) => Promise.all([merge(one, 'seat-1', a, b), merge(two, 'seat-2', b, a)])))
}
