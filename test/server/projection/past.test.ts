import type { Snapshot } from '../../../shared/state/Snapshot.ts'
import type { Places } from '../../../server/district/Places.ts'
import type { Entry } from '../../../server/log/EventLog.ts'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { archive } from '../../../server/log/archive.ts'
import { listArchive } from '../../../server/log/archiveFile.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { PastLostError } from '../../../server/projection/PastLostError.ts'
import { KEPT_MS } from '../../../server/projection/Retention.ts'
import { stateAtTime } from '../../../server/projection/stateAt.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { startTestServer, TINY_DISTRICT } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'
import { waitFor } from '../../support/waitFor.ts'

const GRID = '152921101001001'
const DAY_MS = 86_400_000
/** Whole seconds: an event's time is told in them. */
const LONG_AGO = Math.floor(Date.now() / 1000 - 40 * 86_400) * 1000
const LESS = expect.stringMatching(/^Entries of patrol from .* neither in the log nor in the archive/)
const visit = (subject: string, grid = GRID) => ({ stream: 'patrol', fields: { type: 'patrol.checkpoint', subject, data: JSON.stringify({ grid, checkpoint: 'B1' }) } })

it('[P14][L45] a past moment stays what it was after its entries were archived', async () => {
  await using folder = await temporaryFolder()
  let now = LONG_AGO
  await using log = new EmbeddedEventLog({ dataDir: folder.path, clock: { now: () => now } })
  const grid = tinyBasis.grids[0]!
  const places = { has: () => true, locate: () => grid, workerOf: (id: string) => id } as unknown as Places
  const past = { log, dataDir: folder.path, basis: tinyBasis, logger: quietLogger, read: (entry: Entry) => readEntry(entry, places) }
  const asked = now + 60_000
  await log.append([visit('S1', grid)])
  const visited = async () => (await stateAtTime(past, asked)).state.patrol.visitAt[0]
  const seen = await visited()
  expect(seen).toBe(now)
  now += 31 * DAY_MS
  await log.append([visit('S1', grid)])
  const fence = await heldFence(log)
  expect(await archive(log, { dataDir: folder.path, stream: 'patrol', olderThanMs: KEPT_MS.patrol!, clock: { now: () => now }, fence: () => fence })).toEqual({ entries: 1, files: 1 })
  expect(await visited()).toBe(seen)

  const [file] = await listArchive(folder.path, 'patrol')
  rmSync(file!.path)
  await expect(visited()).rejects.toThrow(PastLostError)
})

it('[L46] a start that folds anew takes the archive too, and does not copy again what was rejected then', async () => {
  await using folder = await temporaryFolder()
  await archivedVisits(folder.path)
  await using server = await startTestServer({ dataDir: folder.path, districtDir: TINY_DISTRICT })
  await waitFor('the log to be read', async () => (await server.get('/readyz')).status === 200)
  const { state: { patrol, basis } } = (await server.get('/api/v1/state?audience=desk')).body as { state: Snapshot }
  expect(patrol.visitAt[basis.grids.indexOf(GRID)]).toBe(LONG_AGO)
  expect((await server.get('/readyz')).body).not.toHaveProperty('reason')
  expect((await server.get('/api/v1/rejected')).body).toMatchObject({ rejected: { counts: {} } })
})

it('[L46][P30] where the archive is gone, a start says so and goes on, and pasts that need it are 410 with the earliest moment', async () => {
  await using folder = await temporaryFolder()
  await archivedVisits(folder.path)
  rmSync(join(folder.path, 'archive'), { recursive: true })
  await using server = await startTestServer({ dataDir: folder.path, districtDir: TINY_DISTRICT, expectError: /neither in the log nor in the archive/ })
  await waitFor('the log to be read', async () => (await server.get('/readyz')).status === 200)
  expect((await server.get('/readyz')).body).toMatchObject({ reason: LESS })
  expect(server.logged.join('')).toMatch(/neither in the log nor in the archive/)
  const gone = await server.get(pastPath(LONG_AGO + 35 * DAY_MS))
  expect([gone.status, gone.headers.get('content-type')]).toEqual([410, expect.stringContaining('application/problem+json')])
  await server[Symbol.asyncDispose]()

  await using again = await startTestServer({ dataDir: folder.path, districtDir: TINY_DISTRICT })
  await waitFor('the log to be read', async () => (await again.get('/readyz')).status === 200)
  expect((await again.get('/readyz')).body).toMatchObject({ reason: LESS })
  const { earliest } = (await again.get(pastPath(LONG_AGO + 35 * DAY_MS))).body as { earliest: string }
  expect((await again.get(pastPath(Date.parse(earliest)))).status).toBe(200)
}, 60_000)

function pastPath(ms: number): string {
  return `/api/v1/state?audience=desk&at=${encodeURIComponent(new Date(ms).toISOString())}`
}

/** A log whose visits of long ago are archived and trimmed, one rejected entry among them. */
async function archivedVisits(dataDir: string): Promise<void> {
  let now = LONG_AGO
  await using log = new EmbeddedEventLog({ dataDir, clock: { now: () => now } })
  await log.append([visit('S1'), visit('S1', '999999999999999')])
  now += 31 * DAY_MS
  await log.append([{ stream: 'patrol', fields: { type: 'patrol.ended', subject: 'S1', data: JSON.stringify({ grid: GRID }) } }])
  const fence = await heldFence(log)
  await archive(log, { dataDir, stream: 'patrol', olderThanMs: KEPT_MS.patrol!, clock: { now: () => now }, fence: () => fence })
}
