import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { Places } from '../../../server/district/Places.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { Follower } from '../../../server/projection/Follower.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { RejectedWriter } from '../../../server/projection/rejectedWriter.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'
import { basisOf } from '../../../shared/domain/basisOf.ts'
import { EVENT_TYPES } from '../../../shared/state/eventTypes.ts'
import { EXAMPLES } from '../../../shared/state/examples.ts'
import { STREAMS } from '../../../shared/words/stream.ts'
import { heldTerm } from '../../support/heldTerm.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { TINY_DISTRICT } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

const ENTRIES = 10_000
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '__proto__', 'constructor', 'null', '{', '[]', '1e999', '\u0000'))
const grid = fc.constantFrom('152921101001001', '152921101002001', '152921102200001', '152921999999999')

/** A lawful event, often with something in it spoilt. */
const nearly = fc.record({
  type: fc.constantFrom(...EVENT_TYPES),
  spoil: fc.option(fc.record({ field: fc.constantFrom('type', 'subject', 'time', 'data', 'source', 'id', 'specversion', 'other'), value: fc.oneof(text, fc.json()) })),
  inData: fc.option(fc.record({ field: fc.oneof(text, fc.constantFrom('grid', 'place', 'lng', 'worker', 'level', 'severity', '__proto__')), value: fc.anything({ maxDepth: 3 }) })),
  grid,
  subject: fc.constantFrom('WG-1', 'WG-2', 'S00001', 'tracker-2'),
}).map(({ type, spoil, inData, grid, subject }) => {
  const data: Record<string, unknown> = { ...EXAMPLES[type].data }
  if ('place' in data || 'grid' in data || 'lng' in data)
    Object.assign(data, 'place' in data ? { place: { lng: 105.05, lat: 38.05 } } : 'grid' in data ? { grid } : { lng: 105.15, lat: 38.05 })
  const fields: Record<string, string> = { type, subject: type.startsWith('grid-status') ? grid : subject }
  if (inData)
    data[inData.field] = inData.value
  fields.data = safeJson(data)
  if (spoil)
    Object.defineProperty(fields, spoil.field, { value: spoil.value, enumerable: true })
  return fields
})
const anything = fc.dictionary(fc.oneof(text, fc.constantFrom('type', 'subject', 'data')).filter(name => name !== '__proto__'), text, { minKeys: 1 })
const entry = fc.record({ stream: fc.constantFrom(...STREAMS), fields: fc.oneof({ weight: 5, arbitrary: nearly }, { weight: 1, arbitrary: anything }) })
  .map(({ stream, fields }) => ({ stream: fields.type && STREAMS.find(each => fields.type!.startsWith(`${each}.`)) || stream, fields }))

it('[R1][R2][R3][F2] 10,000 arbitrary entries: each ends in the fold, in `rejected`, or as not understood', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 7)
  const dataDir = await mkdtemp(join(tmpdir(), 'wangge-fuzz-'))
  const log = new EmbeddedEventLog({ dataDir, clock: systemClock })
  const district = await loadDistrict(TINY_DISTRICT)
  const projection = new Projection(emptyStart(basisOf(district), await log.epoch()))
  const rejected = new RejectedWriter(log, systemClock, quietLogger)
  let applied = 0
  projection.listen({ applied: () => applied++, rejected: (entry, refusal) => rejected.add(entry, refusal) })
  const follower = new Follower({ log, dataDir, clock: systemClock, health: new LogHealth(systemClock), logger: quietLogger, places: new Places(district), projection, rejected })
  rejected.hold(await heldTerm(log))
  let appended = 0
  for (let entries = fc.sample(entry, { numRuns: ENTRIES, seed }); entries.length > 0; entries = entries.slice(1000)) {
    const answers = await log.append(entries.slice(0, 1000), 'accepted')
    appended += answers.filter(({ outcome }) => outcome === 'appended').length
  }
  await waitFor('the reader is through', () => projection.taken === appended, 30_000, () => [projection.taken, appended])
  await rejected.flush()

  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const { tally } = projection
  expect(appended).toBeGreaterThan(ENTRIES * 0.9)
  expect(applied + sum(tally.rejected) + sum(tally.notUnderstood)).toBe(appended)
  expect(applied).toBeGreaterThan(500)
  for (const reason of ['not-json', 'bad-envelope', 'bad-data', 'outside-district', 'unlawful'] as const)
    expect(tally.rejected.get(reason), reason).toBeGreaterThan(10)
  const copies = await log.range('rejected', '0-0', '9999999999999-0', ENTRIES * 2)
  expect(copies).toHaveLength(sum(tally.rejected))
  expect(copies[0]!.fields).toMatchObject({ stream: expect.any(String), entry: expect.stringMatching(/^\d+-\d+$/), reason: expect.any(String), path: expect.any(String), fields: expect.stringMatching(/^\{/) })

  await follower[Symbol.asyncDispose]()
  await log[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true })
}, 60_000)

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, each: unknown) => typeof each === 'bigint' ? String(each) : each)
  }
  catch {
    return '{}'
  }
}
