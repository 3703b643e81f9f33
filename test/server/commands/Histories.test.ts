import type { IncidentEvent } from '../../../shared/families/incident/IncidentEvent.ts'
import type { EntryRead } from '../../../server/read/EntryRead.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Histories } from '../../../server/commands/Histories.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { decode } from '../../support/decode.ts'
import { incidentEvent } from '../../support/incidentEvent.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const HOUR = 60

describe('the history of one matter', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let log: EmbeddedEventLog
  let now = 0
  beforeEach(async () => {
    folder = await temporaryFolder()
    log = new EmbeddedEventLog({ dataDir: folder.path, clock: { now: () => now } })
  })
  afterEach(async () => {
    await log[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  /** Writes events at their own times; answers what is read back. */
  async function write(events: readonly IncidentEvent[]): Promise<EntryRead[]> {
    for (const { stream, time, type, subject, data } of events) {
      now = Date.parse(time)
      await log.append([{ stream, fields: { type, subject, time, data: JSON.stringify(data) } }])
    }
    const { first, last } = (await log.bounds('incident'))!
    return (await log.range('incident', first, last, 100)).map(decode)
  }

  const lives = [
    incidentEvent('reported', 0),
    incidentEvent('reported', 1),
    incidentEvent('accepted', 2),
    incidentEvent('closed', 3),
    incidentEvent('reported', 4 + 48 * HOUR, { severity: 'II' }),
    incidentEvent('commented', 5 + 48 * HOUR, { text: 'x' }),
  ] as IncidentEvent[]

  it('[F13] begins with the report that was accepted last, noted while it was folded or searched for later', async () => {
    const projection = new Projection(emptyStart(tinyBasis, 'test'))
    const parts = { log, projection, read: decode }
    const noted = new Histories(parts)
    projection.take(await write(lives), true)
    const matter = projection.state.incident.incidents.get('WG-1')!
    for (const histories of [noted, new Histories(parts)]) {
      const { events, whole } = await histories.newest(matter)
      expect(events.map(({ type }) => type)).toEqual(['incident.reported', 'incident.commented'])
      expect(whole).toBe(true)
    }
  })

  it('leaves out what was refused', async () => {
    const projection = new Projection(emptyStart(tinyBasis, 'test'))
    projection.take(await write(lives.slice(0, 4)), true)
    const { events } = await new Histories({ log, projection, read: decode }).newest(projection.state.incident.incidents.get('WG-1')!)
    expect(events.map(({ type }) => type)).toEqual(['incident.reported', 'incident.accepted', 'incident.closed'])
  })

  it('[C17] comments bury nothing: the report and the moves stand in front of the newest 300 of them', async () => {
    const projection = new Projection(emptyStart(tinyBasis, 'test'))
    const parts = { log, projection, read: decode }
    const noted = new Histories(parts)
    const said = Array.from({ length: 1000 }, (_, i) => incidentEvent('commented', 10 + i, { text: `${i}` }))
    await write([...lives.slice(1, 3), ...said] as IncidentEvent[])
    const { first, last } = (await log.bounds('incident'))!
    projection.take((await log.range('incident', first, last, 2000)).map(decode), true)
    for (const histories of [noted, new Histories(parts)]) {
      const { events, whole, earlier, later } = await histories.newest(projection.state.incident.incidents.get('WG-1')!)
      expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['incident.reported', 'incident.accepted'])
      expect(events).toHaveLength(302)
      expect(earlier).toEqual({ count: 700, before: events[2]!.entry })
      expect(later).toBeUndefined()
      expect(events.at(-1)!.data).toMatchObject({ text: '999' })
      expect(whole).toBe(false)
    }
  })
})
