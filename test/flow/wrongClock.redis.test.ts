import { expect, it } from 'vitest'
import { systemClock } from '../../server/clock.ts'
import { openEventLog } from '../../server/log/openEventLog.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { reportIncident } from '../support/reportIncident.ts'
import { ShiftedClock } from '../support/ShiftedClock.ts'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

it('[X22][X23] a server two days ahead of its Redis writes no decision though it leads, and says so; when it is right it decides what is due', async () => {
  await using redis = await startRedis()
  await using log = await openEventLog({ redisUrl: redis.url, dataDir: '', districtCode: '152921', clock: systemClock })
  const clock = new ShiftedClock(48 * HOUR)
  await using server = await startTestServer({ redisUrl: redis.url, clock, firstRestMs: 0 })
  const entries = async () => (await log.range('incident', FIRST_ENTRY, '9999999999999-0', 1000)).map(({ fields }) => fields)
  const decided = async () => (await entries()).filter(({ source }) => source === 'wangge/engine').map(({ subject }) => subject)
  const ready = async () => (await server.get('/readyz')).body as { log: string; reason?: string }
  const metrics = async () => String((await server.get('/metrics')).body)

  await waitFor('it says so', async () => /clock of this server is 17\d{4} s ahead/.test((await ready()).reason ?? ''))
  await waitFor('it leads', async () => /\nwangge_engine_leads 1/.test(await metrics()))
  const at = (ms: number) => ({ time: new Date(Date.now() + ms).toISOString() })
  await server.post([reportIncident('WG-1', {}, at(-MINUTE)), reportIncident('WG-2', {}, at(5 * MINUTE))])
  await waitFor('both to be looked at', async () => /\nwangge_engine_waiting 2/.test(await metrics()))
  expect(await server.post(reportIncident('WG-3', {}, at(24 * HOUR)))).toMatchObject({ body: { results: [{ accepted: false, path: 'time' }] } })

  // It is looked at anew after both were folded, as what is told shows.
  clock.shift = 24 * HOUR
  await waitFor('the next look', async () => / is 8\d{4} s ahead/.test((await ready()).reason ?? ''))
  expect(await decided()).toEqual([])
  expect(await metrics()).toContain('wangge_clock_fault_ms{fault="server-ahead"}')

  clock.shift = 0
  await waitFor('what is due to be decided', async () => (await decided()).length > 0)
  expect(new Set(await decided())).toEqual(new Set(['WG-1']))
  await waitFor('it is well', async () => (await ready()).reason === undefined)
  expect((await entries()).every(({ time }) => Date.parse(time!) < Date.now() + 6 * MINUTE)).toBe(true)
}, 60_000)
