import type { Fields, EventLog } from '../../../server/log/EventLog.ts'
import type { RedisTarget } from '../../../server/log/redis/RedisTarget.ts'
import type { IncidentEvent } from '../../../shared/families/incident/IncidentEvent.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Histories } from '../../../server/commands/Histories.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { parseRedisUrl } from '../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../server/log/redis/RedisEventLog.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { decode } from '../../support/decode.ts'
import { incidentEvent } from '../../support/incidentEvent.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { startRedis } from '../../support/startRedis.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'
import { walkHistory } from '../../support/walkHistory.ts'

const COMMENTS = 10_000
const LAST = '9999999999999-0'
const ALL = 1_000_000

describe('a history page by page', { timeout: 120_000 }, () => {
  it('[C21] of 10,000 comments every one is reached once, either way, in both homes, noted or searched for; no move is buried', async () => {
    await using folder = await temporaryFolder()
    await using redis = await startRedis()
    await using embedded = new EmbeddedEventLog({ dataDir: folder.path, clock: new ManualClock() })
    await using inRedis = await RedisEventLog.open({ target: parseRedisUrl(redis.url) as RedisTarget, districtCode: '152921' })
    const said = Array.from({ length: COMMENTS }, (_, i) => incidentEvent('commented', 3, { text: `${i}` }))
    const others = said.slice(0, 2000).map(each => ({ ...each, subject: 'WG-2' }))
    const all = [incidentEvent('reported', 0), incidentEvent('reported', 1, {}, { subject: 'WG-2' }), incidentEvent('accepted', 2), ...said, ...others, incidentEvent('dispatched', 4, { unit: '城管' })] as IncidentEvent[]
    for (const log of [embedded, inRedis]) {
      const { noted, searched, projection } = await read(log, all)
      const matter = projection.state.incident.incidents.get('WG-1')!
      expect(matter.version).toBe(COMMENTS + 3)
      for (const histories of [noted, searched]) {
        const newest = await histories.newest(matter)
        expect(newest.events.map(({ type }) => type).filter(type => type !== 'incident.commented')).toEqual(['incident.reported', 'incident.accepted', 'incident.dispatched'])
        expect(newest.events).toHaveLength(303)
        for (const way of ['on', 'back'] as const) {
          const found = await walkHistory(histories, matter, way, () => 500)
          expect(found[0]!.type).toBe('incident.reported')
          expect(found.flatMap(event => event.type === 'incident.commented' ? event.data.text : [])).toEqual(said.map(({ data }) => (data as { text: string }).text))
          expect(found).toHaveLength(matter.version)
        }
      }
    }
  })

  it('[C21] whatever happened to it, however it is paged, what is told and what is left out are the whole', async () => {
    const move = fc.constantFrom('commented', 'commented', 'accepted', 'dispatched', 'acknowledged', 'feedback', 'other')
    await fc.assert(fc.asyncProperty(fc.array(move, { maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), async (moves, limits) => {
      await using folder = await temporaryFolder()
      await using log = new EmbeddedEventLog({ dataDir: folder.path, clock: new ManualClock() })
      const events = moves.map((each, i) => each === 'other' ? incidentEvent('commented', i + 2, { text: 'x' }, { subject: 'WG-2' }) : incidentEvent(each, i + 2, each === 'commented' ? { text: `${i}` } : { unit: '城管' }))
      const { noted, searched, projection } = await read(log, [incidentEvent('reported', 0), incidentEvent('reported', 1, {}, { subject: 'WG-2' }), ...events] as IncidentEvent[])
      const matter = projection.state.incident.incidents.get('WG-1')!
      let turn = 0
      const limit = () => limits[turn++ % limits.length]!
      const whole = (await noted.newest(matter)).events
      expect(whole).toHaveLength(matter.version)
      for (const histories of [noted, searched]) {
        for (const way of ['on', 'back'] as const)
          expect(await walkHistory(histories, matter, way, limit)).toEqual(whole)
      }
      expect(await noted.stretch(matter, { before: FIRST_ENTRY, limit: 5 })).toMatchObject({ events: [], later: { count: whole.length } })
      expect(await noted.stretch(matter, { after: LAST, limit: 5 })).toMatchObject({ events: [], earlier: { count: whole.length } })
    }), { numRuns: 25 })
  })
})

/** Writes events and folds them; a history that noted them then, and one that must look for them. */
async function read(log: EventLog, events: readonly IncidentEvent[]) {
  const toFields = ({ type, subject, time, data }: IncidentEvent): Fields => ({ type, subject, time, data: JSON.stringify(data) })
  for (let i = 0; i < events.length; i += 500)
    await log.append(events.slice(i, i + 500).map(event => ({ stream: 'incident', fields: toFields(event) })))
  const projection = new Projection(emptyStart(tinyBasis, 'test'))
  const parts = { log, projection, read: decode }
  const noted = new Histories(parts)
  projection.take((await log.range('incident', FIRST_ENTRY, LAST, ALL)).map(decode), true)
  return { projection, noted, searched: new Histories(parts) }
}
