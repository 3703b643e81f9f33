import type { TestServer } from '../support/startTestServer.ts'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { dataFile } from '../support/embeddedDamage.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { startTestServer, TINY_DISTRICT } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reason = async (server: TestServer) => ((await server.get('/readyz')).body as { reason?: string }).reason ?? ''
const knows = async (server: TestServer, id: string) => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes(id)
const once = (what: string, found: () => Promise<boolean>) => waitFor(what, async () => await found() || undefined, 20_000)

it('[L33][T17] what log:rescue has written serves, with what was last seen of the old log: whole it is silent, else it tells how many matters are missing', async () => {
  await using folder = await temporaryFolder()
  const dataDir = join(folder.path, 'old')
  const rescue = (from: string, to: string) => promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/log/embedded/rescueMain.ts', '--to', to], { cwd: root, env: { PATH: process.env.PATH ?? '', DISTRICT_DIR: TINY_DISTRICT, DATA_DIR: from } })
  {
    await using server = await startTestServer({ dataDir })
    await server.post(['WG-1', 'WG-unlucky', 'WG-3'].map(id => reportIncident(id)))
    await once('they are known', () => knows(server, 'WG-3'))
  }
  const whole = join(folder.path, 'whole')
  expect((await rescue(dataDir, whole)).stdout).toContain('incident: 3 of 3 entries, 3 of them certainly as they were written.')
  {
    await using server = await startTestServer({ dataDir: whole })
    await once('they are known', () => knows(server, 'WG-3'))
    expect(await reason(server)).toBe('')
  }

  const bytes = readFileSync(dataFile(dataDir))
  for (let at = bytes.indexOf('WG-unlucky'); at >= 0; at = bytes.indexOf('WG-unlucky', at + 1))
    bytes.write('X', at)
  writeFileSync(dataFile(dataDir), bytes)
  await expect(startTestServer({ dataDir })).rejects.toThrow(/is damaged: .*certainly whole: 0 of 3 in incident.*npm run log:rescue/)
  const rest = join(folder.path, 'rest')
  expect((await rescue(dataDir, rest)).stdout).toContain('incident: 3 of 3 entries, 0 of them certainly as they were written.')
  await using server = await startTestServer({ dataDir: rest })
  await once('it is told', async () => /1 open matter is missing/.test(await reason(server)))
  expect(await Promise.all(['WG-1', 'WG-unlucky', 'WG-3'].map(id => knows(server, id)))).toEqual([true, false, true])
}, 90_000)
