import type { Places } from '../../../server/district/Places.ts'
import type { Entry } from '../../../server/log/EventLog.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptEvents } from '../../../server/ingest/acceptEvents.ts'
import { Places as DistrictPlaces } from '../../../server/district/Places.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { EVENT_TYPES, streamOf } from '../../../shared/state/eventTypes.ts'
import { EXAMPLES } from '../../../shared/state/examples.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { DEMO_DIR } from '../district/demoFiles.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** One code point of each nasty kind: beyond the BMP, combining, joined, bidirectional, half pairs, controls, unassigned. */
const POINTS = ['a', '井', '𠮷', '😀', '\u0301', '\u200D', '\u202E', '\uFEFF', '\uFFFD', '\uFFFF', '\u{10FFFF}', '\u2028', '\u0085', '\u00A0', ' ', '\uD800', '\uDC00', '\u0000', '\n', '\u007F']
const text = fc.tuple(fc.constantFrom(...POINTS), fc.constantFrom(0, 1, 2, 63, 64, 65, 127, 128, 129, 255, 256, 257), fc.constantFrom('', ...POINTS)).map(([point, count, end]) => point.repeat(count) + end)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const clock = { now: () => Date.UTC(2026, 11, 1) }
const time = fc.constantFrom('2026-11-30T23:59:59Z', '2026-11-30T23:59:59.123456789+08:00', '2026-02-30T00:00:00Z', '2026-11-30t00:00:00z', '2026-12-01T00:09:59Z', '2026-12-01T00:10:01Z', '2026-11-30T24:00:00Z', 'now')

const events = fc.array(fc.record({
  type: fc.constantFrom(...EVENT_TYPES),
  subject: maybe(text),
  source: maybe(text),
  id: maybe(text),
  actor: maybe(text),
  time: maybe(time),
  more: maybe(fc.record({ name: text, value: fc.oneof(text, fc.double(), fc.constant(1e308), fc.jsonValue()) })),
  free: maybe(text),
}), { minLength: 1, maxLength: 20 })

let places: Places
beforeAll(async () => {
  places = new DistrictPlaces(await loadDistrict(DEMO_DIR))
})

describe('one measure', () => {
  it('[W25] property: whatever a way in has accepted the reader takes, whatever stands in it', async () => {
    await using folder = await temporaryFolder()
    await using log = new EmbeddedEventLog({ dataDir: folder.path, clock })
    let accepted = 0
    await fc.assert(fc.asyncProperty(events, async (drawn) => {
      const sent = drawn.map(({ type, subject, more, free, ...attributes }) => {
        const example = EXAMPLES[type]
        const data = { ...example.data, ...(more && { [more.name]: more.value }), ...freeText(example.data, free) }
        return JSON.parse(JSON.stringify({ type, ...attributes, subject: subject ?? example.subject, data })) as object
      })
      const results = await acceptEvents(sent, { log, clock, places, name: 'http', verdictOf: () => Promise.resolve({ outcome: 'stands' }) })
      for (const [i, result] of results.entries()) {
        // A duplicate names the entry of an earlier one, perhaps of another stream.
        if (!result.accepted || result.duplicate)
          continue
        accepted++
        const entry = await find(log, streamOf(drawn[i]!.type)!, result.entry)
        expect(readEntry(entry, places)).toMatchObject({ outcome: 'event' })
      }
    }), { numRuns: 300 })
    expect(accepted).toBeGreaterThan(300)
  })

  it('[W25] counts code points: 128 and 256 of them beyond the BMP are taken on both sides, one more on neither', async () => {
    await using folder = await temporaryFolder()
    await using log = new EmbeddedEventLog({ dataDir: folder.path, clock })
    const event = (more: object) => ({ type: 'incident.commented', subject: 'WG-1', source: 's', id: 'i', data: { text: '😀'.repeat(4000) }, ...more })
    const most = { subject: '😀'.repeat(128), actor: '𠮷'.repeat(128), source: '😀'.repeat(256), id: '𠮷'.repeat(256) }
    const results = await acceptEvents([event(most), ...Object.entries(most).map(([name, value]) => event({ [name]: `${value}😀` })), event({ data: { text: '😀'.repeat(4001) } })], { log, clock, places, name: 'http', verdictOf: () => Promise.resolve({ outcome: 'stands' }) })
    expect(results.map(result => result.accepted ? 'accepted' : result.path)).toEqual(['accepted', 'subject', 'actor', 'source', 'id', 'data.text'])
    const [entry] = await log.range('incident', FIRST_ENTRY, '9999999999999-0', 10)
    expect(readEntry(entry!, places)).toMatchObject({ outcome: 'event', event: most })
    for (const [name, value] of Object.entries(most))
      expect(readEntry({ ...entry!, fields: { ...entry!.fields, [name]: `${value}😀` } }, places)).toMatchObject({ outcome: 'rejected', refusal: { path: name } })
  })
})

/** A free text of an example in place of its own. */
function freeText(data: Record<string, unknown>, free: string | undefined): Record<string, unknown> {
  const name = ['note', 'text', 'title', 'unit', 'alarm'].find(each => each in data)
  return name === undefined || free === undefined ? {} : { [name]: free }
}

async function find(log: EmbeddedEventLog, stream: string, id: string): Promise<Entry> {
  const [entry] = await log.range(stream, id, id, 1)
  return entry!
}
