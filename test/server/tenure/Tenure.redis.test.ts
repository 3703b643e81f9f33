import { expect, it } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { openEventLog } from '../../../server/log/openEventLog.ts'
import { Tenure } from '../../../server/tenure/Tenure.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { startProgram } from '../../support/startProgram.ts'
import { startRedis } from '../../support/startRedis.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[L41][X12] a process that was stopped for longer than its lease and wakes appends, keeps and trims nothing, and hears that another has its offices', async () => {
  await using redis = await startRedis()
  await using log = await openEventLog({ redisUrl: redis.url, dataDir: '', districtCode: '152921', clock: systemClock })
  await using sleeper = startProgram('test/support/holdOffice.ts', redis.url, 'sleeper')
  await waitFor('it writes', () => sleeper.lines.includes('appended kept trimmed'), 20_000, sleeper.errors)
  process.kill(sleeper.pid, 'SIGSTOP')

  const taken: number[] = []
  const tenure = new Tenure({ log, clock: systemClock, logger: quietLogger, lease: 'tenure', holder: 'awake', offices: [{ take: term => taken.push(term.token) }] })
  await tenure.begin()
  expect(tenure.held).toBe(false)
  await waitFor('another has the lease', () => tenure.held, 20_000)
  expect(taken).toEqual([2])
  await log.append([{ stream: 'incident', fields: { type: 'x' } }])
  const written = await log.range('rejected', FIRST_ENTRY, '9999999999999-0', 100_000)
  const kept = await log.listCheckpoints()

  process.kill(sleeper.pid, 'SIGCONT')
  await waitFor('it knows', () => sleeper.lines.includes('left'), 20_000, () => sleeper.lines.at(-1))
  await waitFor('what it writes is fenced off', () => sleeper.lines.includes('fenced fenced fenced'), 20_000, () => sleeper.lines.at(-1))
  expect(await log.range('rejected', FIRST_ENTRY, '9999999999999-0', 100_000)).toEqual(written)
  expect(await log.listCheckpoints()).toEqual(kept)
  expect(await log.bounds('incident')).toBeDefined()
  await tenure.end()
}, 60_000)
