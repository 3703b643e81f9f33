import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { TestServer } from '../support/startTestServer.ts'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemClock } from '../../server/clock.ts'
import { redisSource } from '../../server/log/backup/redisSource.ts'
import { restoreBackup } from '../../server/log/backup/restoreBackup.ts'
import { writeBackup } from '../../server/log/backup/writeBackup.ts'
import { openEventLog } from '../../server/log/openEventLog.ts'
import { deskDistrict } from '../support/deskDistrict.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { ask, startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'

const reason = async (server: TestServer) => ((await server.get('/readyz')).body as { reason?: string }).reason ?? ''
const kept = async (server: TestServer) => ((await server.get('/api/v1/losses?audience=desk')).body as { losses: Loss[] }).losses
const knows = async (server: TestServer, id: string) => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes(id)
const once = (what: string, found: () => Promise<boolean>) => waitFor(what, async () => await found() || undefined, 20_000)

it('[T17][L36] a backup that is put back under the DATA_DIR of before is no loss where it holds all, and tells what came after it where it does not', async () => {
  await using district = await deskDistrict()
  await using redis = await startRedis()
  await using folder = await temporaryFolder()
  const dataDir = join(folder.path, 'data')
  const file = join(folder.path, 'night.wangge')
  const start = () => startTestServer({ redisUrl: redis.url, districtDir: district.path, dataDir })
  const open = () => openEventLog({ redisUrl: redis.url, dataDir, districtCode: '152921', clock: systemClock })
  const putBack = async () => {
    expect(await ask(redis.port, 'FLUSHALL')).toMatch(/OK/)
    await using log = await open()
    await restoreBackup(file, { log, dataDir, district: '152921', holder: 'restore' })
  }
  {
    await using server = await start()
    await server.post([reportIncident('WG-1'), reportIncident('WG-2')])
    await once('it is known', () => knows(server, 'WG-2'))
  }
  await using source = await redisSource(await open())
  await writeBackup(file, { source, dataDir, district: '152921', at: Date.now() })
  await putBack()
  {
    await using server = await start()
    await once('it is known', () => knows(server, 'WG-2'))
    expect([await reason(server), await kept(server)]).toEqual(['', []])
    await server.post([reportIncident('WG-3'), reportIncident('WG-4'), reportIncident('WG-5')])
    await once('they are known', () => knows(server, 'WG-5'))
  }
  await putBack()
  await using server = await start()
  await once('it is told', async () => /3 open matters are missing/.test(await reason(server)))
  expect([await knows(server, 'WG-2'), await knows(server, 'WG-3')]).toEqual([true, false])
  expect(await kept(server)).toEqual([expect.objectContaining({ missing: 3 })])
}, 60_000)
