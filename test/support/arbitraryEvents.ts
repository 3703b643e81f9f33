import type { WanggeEvent } from '../../shared/state/event.ts'
import type { EventType } from '../../shared/state/eventTypes.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import fc from 'fast-check'
import { MOVES } from '../../shared/domain/stageTable.ts'
import { streamOf } from '../../shared/state/eventTypes.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../shared/words/category/category.ts'
import { LEVELS } from '../../shared/words/level.ts'
import { POSTS } from '../../shared/words/post.ts'
import { SEVERITIES } from '../../shared/words/severity.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { tinyBasis } from './tinyBasis.ts'

/** Stands in every field that is not public, so that a test can look for it in what leaves. */
export const SECRET = 'PERSONAL-张三-13812345678'

const START = Date.UTC(2026, 10, 24, 0, 0, 0)
const secret = fc.constant(SECRET)
const grid = fc.constantFrom(...tinyBasis.grids)
const level = fc.constantFrom(...LEVELS)
const worker = fc.constantFrom('S00001', 'S00002', 'S00003', SECRET)
const subject = fc.constantFrom('WG-1', 'WG-2', 'WG-3', 'WG-4', '王五的案子', '13987654321')

const reported = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  severity: fc.constantFrom(...SEVERITIES),
  channel: fc.constantFrom('hotline', 'app', 'patrol'),
  grid,
  title: secret,
  description: secret,
  address: secret,
  building: secret,
  placeName: secret,
  reporter: fc.record({ email: secret, name: secret, phone: secret, identityNumber: secret, nickname: secret }),
  unclassed: secret,
}, { requiredKeys: ['category', 'severity', 'channel', 'grid'] }).chain(data => fc.record({
  subcategory: fc.option(fc.constantFrom(...SUBCATEGORIES[data.category]), { nil: undefined }),
  place: fc.option(fc.record({ lng: fc.double({ min: 103, max: 107, noNaN: true }), lat: fc.double({ min: 37, max: 41, noNaN: true }) }), { nil: undefined }),
}).map(more => clean({ ...data, ...more })))

const unit = fc.constantFrom(SECRET, `${SECRET}-2`, `${SECRET}-3`)
const number = fc.integer({ min: 1, max: 3 })

const moveData: Record<string, fc.Arbitrary<object>> = {
  'dispatched': fc.record({ level, unit: secret, assignee: secret, note: secret }, { requiredKeys: [] }),
  'extended': fc.record({ by: fc.constantFrom('PT10M', 'P1D'), note: secret }),
  'closed': fc.record({ level, note: secret }, { requiredKeys: [] }),
  'evaluated': fc.record({ satisfied: fc.boolean() }),
  'merged': fc.record({ into: subject }),
  'escalated': fc.record({ to: level, reason: fc.constant('ordered') }),
  'supervised': fc.record({ card: fc.constantFrom('yellow', 'red') }, { requiredKeys: [] }),
  'commented': fc.record({ text: secret }),
  'warned': fc.record({ clock: fc.constantFrom('intake', 'acknowledge', 'settle') }),
  'call-passed': fc.record({ to: fc.constantFrom('next-on-duty', 'lead'), seat: secret }),
  'sent-down': fc.record({ to: level, reason: fc.constant('ordered'), note: secret }),
  'ruled': fc.record({ ruling: fc.constantFrom('upheld', 'overruled'), by: fc.constantFrom('dutyLead', 'engine'), note: secret }),
  'whistled': fc.record({ units: fc.uniqueArray(unit, { minLength: 1 }), note: secret }),
  'unit-arrived': fc.record({ unit, note: secret }),
  'led': fc.record({ unit, note: secret }),
  'reclassified': fc.record({ category: fc.constantFrom(...CATEGORIES), severity: fc.constantFrom(...SEVERITIES), note: secret }, { requiredKeys: [] }),
  'report-sent': fc.record({ kind: fc.constantFrom('first', 'follow-up', 'final'), number, by: fc.constantFrom('phone', 'writing'), to: secret, text: secret }),
  'report-received': fc.record({ number, by: secret }),
  'ticked': fc.record({ item: secret, done: fc.boolean() }),
  'attached': fc.record({ attachment: secret, mediaType: fc.constant('image/png'), bytes: fc.nat(9), note: secret }),
  'joined': fc.record({ from: subject, since: fc.option(fc.constant('2026-11-24T00:00:00Z'), { nil: undefined }) }).map(clean),
  'parted': fc.record({ from: subject, since: fc.option(fc.constant('2026-11-24T00:00:00Z'), { nil: undefined }) }).map(clean),
  'resumed': fc.record({ to: fc.constantFrom('dispatched', 'acknowledged', 'handling', 'rework'), note: secret }, { requiredKeys: [] }),
  'acknowledged': fc.record({ unit: secret, for: secret, word: secret, note: secret }, { requiredKeys: [] }),
  'revealed': fc.record({ fields: fc.constant([SECRET]), why: secret }),
  'recalled': fc.record({
    stage: fc.constantFrom('rejected', 'closed', 'evaluated'),
    grid,
    category: fc.constantFrom(...CATEGORIES),
    severity: fc.constantFrom(...SEVERITIES),
    channel: fc.constantFrom('hotline', 'app'),
    level,
    reported: fc.constant('2026-11-20T00:00:00Z'),
    opened: fc.constant('1763600400000-0'),
    version: fc.integer({ min: 1, max: 9 }),
    title: secret,
    address: secret,
    placeName: secret,
    reporter: fc.record({ name: secret, phone: secret, email: secret }),
    unit: secret,
  }),
  'parked': fc.record({ reason: secret, authority: secret, until: fc.constant('2027-01-01T00:00:00Z') }, { requiredKeys: ['reason'] }),
  'returned': fc.record({ reason: secret, unit, note: secret }, { requiredKeys: ['reason'] }),
}

const incident = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: fc.constant('incident.reported'), subject, data: reported }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...MOVES).chain(move => fc.record({
      type: fc.constant(`incident.${move}`),
      subject,
      data: moveData[move] ?? fc.record({ note: secret, unit: secret, reason: secret }),
    })),
  },
)

const fix = { lng: fc.double({ min: 103, max: 107, noNaN: true }), lat: fc.double({ min: 37, max: 41, noNaN: true }) }

/** One of the calls for help of a log, by its number; {@link aboutCall} finds it. */
const call = fc.nat(9).map(serial => `call-${serial}`)

const patrol = fc.oneof(
  fc.record({ type: fc.constant('patrol.position'), subject: worker, data: fc.record({ ...fix, grid, battery: fc.nat(100) }) }),
  fc.record({ type: fc.constantFrom('patrol.started', 'patrol.entered-grid', 'patrol.ended', 'patrol.sos'), subject: worker, data: fc.record({ grid }) }),
  fc.record({ type: fc.constantFrom('patrol.sos-called', 'patrol.sos-passed-on'), subject: call, data: fc.record({ grid, to: fc.constantFrom('next-on-duty', 'lead'), seat: secret }, { requiredKeys: ['grid', 'to'] }) }),
  fc.record({ type: fc.constant('patrol.sos-signed'), subject: call, data: fc.record({ grid, note: secret }) }),
  fc.record({ type: fc.constant('patrol.sos-ended'), subject: call, data: fc.record({ grid, outcome: fc.constantFrom('safe', 'mistake'), note: secret }) }),
  fc.record({ type: fc.constant('patrol.heard'), subject: worker, data: fc.record({ battery: fc.nat(100), alarm: secret }) }),
  fc.record({ type: fc.constant('patrol.checkpoint'), subject: worker, data: fc.record({ grid, checkpoint: secret }) }),
)

const gridStatus = fc.oneof(
  fc.record({ type: fc.constant('grid-status.duty.on'), subject: grid, data: fc.record({ worker, post: fc.constantFrom(...POSTS) }) }),
  fc.record({ type: fc.constant('grid-status.duty.off'), subject: grid, data: fc.record({ worker }) }),
  fc.record({ type: fc.constant('grid-status.population.counted'), subject: grid, data: fc.record({ households: fc.nat(900), residents: fc.nat(3000), special: fc.record({ [SECRET]: fc.nat(9), 'elderly-alone': fc.nat(9) }) }) }),
  fc.record({ type: fc.constant('grid-status.risk.changed'), subject: grid, data: fc.record({ risk: fc.constantFrom('low', 'medium', 'high'), note: secret }) }),
  fc.record({ type: fc.constantFrom('grid-status.grid.opened', 'grid-status.grid.controlled', 'grid-status.grid.closed'), subject: grid, data: fc.record({ note: secret }) }),
  fc.record({ type: fc.constant('grid-status.device.health'), subject: grid, data: fc.record({ device: worker, health: fc.constantFrom('ok', 'low-battery', 'offline') }) }),
)

interface Bare { type: string; subject: string; data: object }

/** A log as a reader hands it on: parsed and placed events, oldest first in each stream, lawful and unlawful, some late, over up to 4 days. */
export const arbitraryLog: fc.Arbitrary<WanggeEvent[]> = fc.array(fc.record({
  bare: fc.oneof({ weight: 4, arbitrary: incident }, { weight: 2, arbitrary: patrol }, { weight: 2, arbitrary: gridStatus }),
  stepMs: fc.oneof({ weight: 9, arbitrary: fc.nat(600_000) }, { weight: 1, arbitrary: fc.nat(86_400_000) }),
  lateMs: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(100 * 3_600_000) }),
}), { maxLength: 120, size: 'max' }).map(toLog)

function toLog(steps: { bare: Bare; stepMs: number; lateMs: number }[]): WanggeEvent[] {
  let now = START
  const raised: { entry: string; grid: string }[] = []
  return steps.map(({ bare: told, stepMs, lateMs }, serial) => {
    now += stepMs
    const bare = aboutCall(told, raised)
    if (bare.type === 'patrol.sos')
      raised.push({ entry: `${now}-${serial}`, grid: (bare.data as { grid: string }).grid })
    return {
      stream: streamOf(bare.type)!,
      entry: `${now}-${serial}`,
      type: bare.type as EventType,
      time: new Date(now - lateMs).toISOString(),
      source: SECRET,
      id: `${SECRET}-${serial}`,
      subject: bare.subject,
      actor: SECRET,
      data: bare.data,
    } as WanggeEvent
  })
}

/** What is told of a call for help is told of one that was raised before; of none where there was none yet. */
function aboutCall(bare: Bare, raised: readonly { entry: string; grid: string }[]): Bare {
  const call = bare.subject.startsWith('call-') ? raised[Number(bare.subject.slice(5)) % Math.max(1, raised.length)] : undefined
  return call ? { ...bare, subject: `sos:${call.entry}`, data: { ...bare.data, grid: call.grid } } : bare
}

/** The same log with its streams interleaved in another way; `picks` chooses the stream at each step. */
export function interleave(log: readonly WanggeEvent[], picks: readonly number[]): WanggeEvent[] {
  const queues = new Map<StreamName, WanggeEvent[]>(STREAMS.map(stream => [stream, log.filter(event => event.stream === stream)]))
  const mixed: WanggeEvent[] = []
  for (let step = 0; mixed.length < log.length; step++) {
    const rest = STREAMS.filter(stream => queues.get(stream)!.length > 0)
    mixed.push(queues.get(rest[(picks[step % Math.max(1, picks.length)] ?? 0) % rest.length]!)!.shift()!)
  }
  return mixed
}

function clean<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T
}
