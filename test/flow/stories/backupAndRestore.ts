import { execFile } from 'node:child_process'
import { statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { basisOf } from '../../../shared/domain/basisOf.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { Places } from '../../../server/district/Places.ts'
import { stateAtTime } from '../../../server/projection/stateAt.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { digest } from '../../../shared/state/foldModule.ts'
import { openEventLog } from '../../../server/log/openEventLog.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { TINY_DISTRICT } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * A district is backed up while events come in, and restored elsewhere: everything up to one moment is there, under the same ids, with a new
 * epoch; and once nobody writes, the restored one has the digest of the first.
 */
export async function backupAndRestore(fromRedis: string | undefined, toRedis: string | undefined): Promise<void> {
  await using folder = await temporaryFolder()
  const from = { DATA_DIR: join(folder.path, 'from'), ...(fromRedis !== undefined && { REDIS_URL: fromRedis }) }
  const to = { DATA_DIR: join(folder.path, 'to'), ...(toRedis !== undefined && { REDIS_URL: toRedis }) }
  await mkdir(join(from.DATA_DIR, 'attachments/WG-1'), { recursive: true })
  writeFileSync(join(from.DATA_DIR, 'attachments/WG-1/abc'), Buffer.alloc(500_000, 7))
  const file = join(folder.path, 'backup.wangge')
  let serial = 0
  {
    await using server = await startServerProgram(from)
    let on = true
    const producers = Array.from({ length: 3 }, async () => {
      while (on)
        await post(server.url, Array.from({ length: 20 }, () => reported(++serial)))
    })
    await waitFor('some hundred matters', () => serial > 600, 30_000)
    const began = serial
    expect(await run('server/backupMain.ts', [file], from)).toMatchObject({ code: 0, output: expect.stringMatching(/holds \d+ entries and 1 files of district 152921/) })
    const ended = serial
    expect(ended).toBeGreaterThan(began)
    on = false
    await Promise.all(producers)
    expect(statSync(file).mode & 0o777).toBe(0o600)

    expect(await run('server/restoreMain.ts', [file], from)).toMatchObject({ code: 1, output: expect.stringMatching(/is in use by process|is being served/) })
    expect(await run('server/restoreMain.ts', [file], to)).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+ entries and 1 files as they stood at/) })
    const restored = await entriesOf(to)
    expect(restored.length).toBeGreaterThanOrEqual(began - 60)
    // What was accepted under the same id and source is known again.
    {
      await using second = await startServerProgram(to)
      const { results } = await post(second.url, [reported(1)])
      expect(results).toMatchObject([{ accepted: true, duplicate: true }])
      await second.end('SIGTERM')
    }
    expect(await run('server/restoreMain.ts', [file], to)).toMatchObject({ code: 1, output: expect.stringMatching(/is not empty: it holds incident/) })
    expect(statSync(join(to.DATA_DIR, 'attachments/WG-1/abc')).size).toBe(500_000)
    await server.end('SIGTERM')
    const source = await entriesOf(from)
    expect(restored).toEqual(source.slice(0, restored.length))
  }
  if (toRedis === undefined)
    await hasSameDigest(from, folder.path)

  truncateSync(file, statSync(file).size - 100)
  const other = { DATA_DIR: join(folder.path, 'other') }
  expect(await run('server/restoreMain.ts', [file], other)).toMatchObject({ code: 1, output: expect.stringMatching(/^\S+ is not a whole backup of Wangge.*; take an older one\.\n$/) })
}

/** Now that nobody writes: restored into an embedded log it has the same streams, and folds to the same digest. */
async function hasSameDigest(from: Record<string, string>, folder: string): Promise<void> {
  const file = join(folder, 'quiet.wangge')
  const to = { DATA_DIR: join(folder, 'quiet') }
  expect(await run('server/backupMain.ts', [file], from)).toMatchObject({ code: 0 })
  expect(await run('server/restoreMain.ts', [file], to)).toMatchObject({ code: 0 })
  const [first, second] = [await standOf(from), await standOf(to)]
  expect({ ...second, epoch: '' }).toEqual({ ...first, epoch: '' })
  expect(second.epoch).not.toBe(first.epoch)
}

async function standOf({ DATA_DIR, REDIS_URL }: { DATA_DIR?: string, REDIS_URL?: string }): Promise<{ epoch: string, digest: string, trimmed: unknown, checkpoints: string[] }> {
  const district = await loadDistrict(TINY_DISTRICT)
  const places = new Places(district)
  await using log = await openEventLog({ dataDir: DATA_DIR!, redisUrl: REDIS_URL, districtCode: '152921', clock: { now: () => Date.now() } })
  const { state } = await stateAtTime({ log, dataDir: DATA_DIR!, basis: basisOf(district), logger: quietLogger, read: entry => readEntry(entry, places) }, Date.now())
  const checkpoints = await log.listCheckpoints()
  return { epoch: await log.epoch(), digest: digest(state), trimmed: await log.trimmed('patrol'), checkpoints: checkpoints.map(({ name }) => name) }
}

async function post(url: string, events: unknown[]): Promise<{ results: unknown[] }> {
  const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
  return await response.json() as { results: unknown[] }
}

async function entriesOf({ DATA_DIR, REDIS_URL }: { DATA_DIR: string, REDIS_URL?: string }): Promise<unknown[]> {
  await using log = await openEventLog({ dataDir: DATA_DIR, redisUrl: REDIS_URL, districtCode: '152921', clock: { now: () => Date.now() } })
  return await log.range('incident', '0-0', '9999999999999-0', 1_000_000)
}

function run(program: string, args: string[], env: Record<string, string>): Promise<{ code: number, output: string }> {
  return new Promise(resolve => execFile(process.execPath, ['--import', 'tsx', program, ...args], { cwd: root, env: { PATH: process.env.PATH ?? '', DISTRICT_DIR: TINY_DISTRICT, ...env } }, (error, stdout, stderr) =>
    resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr })))
}

function reported(serial: number): Record<string, unknown> {
  return reportIncident(`WG-${serial}`, {}, { source: 'test', id: `e${serial}` })
}
