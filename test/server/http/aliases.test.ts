import type { Incident } from '../../../shared/families/incident/Incident.ts'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formerPublicId } from '../../../server/formerAlias.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { LiveClient } from '../../support/liveClient.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

const MOBILE = '13912345678'

type Told = { cursor: string; digest: string; state: { incident: { incidents: Pick<Incident, 'id'>[] }; patrol: { workers: { worker: string }[] } } }

it('[A20][A21] a screen’s alias of a mobile number is found by no hash that everybody has; the key is in the log’s own file alone', async () => {
  await using folder = await temporaryFolder()
  let alias: string
  {
    await using server = await startTestServer({ dataDir: folder.path })
    await server.post([reportIncident(MOBILE, { grid: '152921101001001' }), { type: 'patrol.started', subject: 'S00042', data: { grid: '152921101001001' } }])
    using client = await new LiveClient(server.url).live()
    await waitFor('its digest agrees with the desk’s', () => client.matches > 0)
    const [screen, desk] = (await Promise.all(['screen', 'desk'].map(audience => server.get(`/api/v1/state?audience=${audience}`)))).map(({ body }) => body as Told)
    alias = screen!.state.incident.incidents[0]!.id
    const worker = screen!.state.patrol.workers[0]!.worker
    expect([alias, worker]).toEqual([expect.stringMatching(/^~[0-9a-z]{17}$/), expect.stringMatching(/^~[0-9a-z]{17}$/)])
    expect(desk!.digest).toBe(screen!.digest)
    expect([formerPublicId(MOBILE), formerPublicId('S00042')]).not.toContain(alias)
    const [low, high] = [formerPublicId(MOBILE).slice(1, 8), formerPublicId(MOBILE).slice(8)]
    expect([alias.includes(low), alias.includes(high)]).toEqual([false, false])
    // It answers under the id that it told, and nobody can try a number.
    const asked = async (id: string) => (await server.get(`/open311/v2/requests/${encodeURIComponent(id)}.json`)).status
    expect([await asked(alias), await asked(formerPublicId(MOBILE)), await asked(MOBILE)]).toEqual([200, 404, 404])
    expect((await server.get(`/api/v1/incidents/${alias}?audience=desk`)).body).toMatchObject({ incident: { id: MOBILE } })
    expect(client.mismatches).toEqual([])
  }
  const key = join(folder.path, 'secrets', 'alias.key')
  expect((await stat(key)).mode & 0o777).toBe(0o600)
  await using again = await startTestServer({ dataDir: folder.path })
  const told = JSON.stringify((await again.get('/api/v1/state?audience=screen')).body)
  expect(told).toContain(alias)
  expect(told).not.toContain((await readFile(key, 'latin1')).split('.')[1])
})

it('[A22] public ids that were given out before there was a key are answered', async () => {
  await using folder = await temporaryFolder()
  {
    // A log of before: its matter is older than the key.
    await using log = new EmbeddedEventLog({ dataDir: folder.path, clock: { now: () => Date.now() - 60_000 } })
    const { type, subject, data } = reportIncident(MOBILE, { grid: '152921101001001' }) as { type: string; subject: string; data: object }
    await log.append([{ stream: 'incident', fields: { type, subject, data: JSON.stringify(data) } }])
  }
  await using server = await startTestServer({ dataDir: folder.path })
  const path = `/open311/v2/requests/${encodeURIComponent(formerPublicId(MOBILE))}.json`
  await waitFor('it is folded', async () => (await server.get(path)).status === 200)
  expect((await server.get(path)).body).toMatchObject([{ service_request_id: expect.stringMatching(/^~[0-9a-z]{17}$/) }])
  expect((await server.get(`/open311/v2/requests.json?service_request_id=${encodeURIComponent(formerPublicId(MOBILE))},x`)).body).toHaveLength(1)
})
