import { expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { listArchive } from '../../../server/log/archiveFile.ts'
import { KEPT_MS, Retention } from '../../../server/projection/Retention.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { heldTerm } from '../../support/heldTerm.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const LAST_ENTRY = '9999999999999-0'

it('[L17] hourly, old patrols go to the archive; incidents and grid status stay whole', async () => {
  await using folder = await temporaryFolder()
  const clock = new ManualClock()
  await using log = new EmbeddedEventLog({ dataDir: folder.path, clock })
  const term = await heldTerm(log)
  const retention = new Retention({ log, clock, logger: quietLogger, dataDir: folder.path })
  const add = () => log.append(['incident', 'patrol', 'grid-status'].map(stream => ({ stream, fields: { type: `${stream}.x` } })))
  const held = async (stream: string) => (await log.range(stream, FIRST_ENTRY, LAST_ENTRY, 100)).length
  const turn = async () => {
    retention.turn(term)
    await retention.end()
  }

  await add()
  await turn()
  expect(await held('patrol')).toBe(1)

  clock.advance(KEPT_MS.patrol! + 1)
  await add()
  await turn()
  expect([await held('patrol'), await held('incident'), await held('grid-status')]).toEqual([1, 2, 2])
  expect(await listArchive(folder.path, 'patrol')).toHaveLength(1)

  clock.advance(KEPT_MS.patrol! + 1)
  await turn()
  expect(await held('patrol')).toBe(0)
})

it('[L17] runs at most once an hour', async () => {
  await using folder = await temporaryFolder()
  const clock = new ManualClock()
  await using log = new EmbeddedEventLog({ dataDir: folder.path, clock })
  const term = await heldTerm(log)
  const retention = new Retention({ log, clock, logger: quietLogger, dataDir: folder.path })
  retention.turn(term)
  await retention.end()
  await log.append([{ stream: 'patrol', fields: { type: 'patrol.x' } }])
  clock.advance(1000)
  retention.turn(term)
  await retention.end()
  expect(await listArchive(folder.path, 'patrol')).toHaveLength(0)
})
