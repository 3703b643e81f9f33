import { expect } from 'vitest'
import { freePort } from '../../support/freePort.ts'
import { LiveClient } from '../../support/liveClient.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { waitFor } from '../../support/waitFor.ts'

/**
 * A server is ended by `signal` while events come in, and started again: everything that was answered as accepted is
 * there, and a client goes on from its cursor without fetching the state anew.
 */
export async function serverComesBack(env: Record<string, string>, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const PORT = String(await freePort())
  const accepted: string[] = []
  let serial = 0
  const post = async (url: string) => {
    const id = `WG-${++serial}`
    const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(reportIncident(id)) })
    const { results } = await response.json() as { results: { accepted: boolean }[] }
    if (results[0]!.accepted)
      accepted.push(id)
  }

  const first = await startServerProgram({ ...env, PORT })
  const client = await new LiveClient(first.url).live()
  for (let i = 0; i < 20; i++)
    await post(first.url)
  await client.knows('WG-20')
  const posting = Promise.allSettled(Array.from({ length: 200 }, () => post(first.url)))
  await waitFor('some of a burst is accepted', () => accepted.length > 40)
  const code = await first.end(signal)
  expect(code).toBe(signal === 'SIGTERM' ? 0 : 'SIGKILL')
  await posting
  await waitFor('the client sees the end', () => !client.socket.connected)
  expect(client.heard.closing.map(({ reason }) => reason)).toEqual(signal === 'SIGTERM' ? ['server-stopping'] : [])

  await using second = await startServerProgram({ ...env, PORT })
  using resumed = await client.moveTo(second.url)
  await waitFor('the cursor is good', () => resumed.heard.resumed.length === 1, 10_000, () => resumed.heard)
  for (const id of accepted)
    await resumed.knows(id)
  await post(second.url)
  await resumed.knows(accepted.at(-1)!)
  await waitFor('a digest that matches', () => resumed.matches >= 2, 10_000, () => resumed.heard.frames.at(-1))
  expect([resumed.mismatches, resumed.gaps, resumed.heard.refetch]).toEqual([[], 0, []])
  expect(await second.end('SIGTERM')).toBe(0)
}
