import type { LedgerDefinition } from '../../../shared/kernel/ledger/LedgerDefinition.ts'
import type { LedgerEvent } from '../../../shared/kernel/ledger/Ledger.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyGround } from '../../../shared/kernel/emptyGround.ts'
import { Ledger } from '../../../shared/kernel/ledger/Ledger.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

type Stage = 'open' | 'done' | 'closed' | 'cancelled'
type Happening = 'assigned' | 'progress' | 'extended' | 'done' | 'cancelled' | 'checked-ok' | 'checked-not'

const DAY = 86_400_000

/** Actions of a meeting: assigned, done, checked. */
const ACTIONS: LedgerDefinition<Stage, Happening> = {
  name: 'test.action',
  table: {
    'none': { assigned: 'open' },
    'open': { progress: 'open', extended: 'open', done: 'done', cancelled: 'cancelled' },
    'done': { 'checked-ok': 'closed', 'checked-not': 'open' },
    'closed': {},
    'cancelled': {},
  },
  ends: ['closed', 'cancelled'],
  clock: { startedBy: ['assigned', 'extended'], limitMs: DAY },
  keptMs: 2 * DAY,
  most: 4,
}

/** What each happening does at each stage, written apart from the definition: `–` is not lawful. */
const EXPECTED = `
stage     assigned progress extended done  cancelled checked-ok checked-not
none      open     –        –        –     –         –          –
open      –        open     open     done  cancelled –          –
done      –        –        –        –     –         closed     open
closed    –        –        –        –     –         –          –
cancelled –        –        –        –     –         –          –`

/** How a thing comes to each stage. */
const WAY: Record<string, Happening[]> = { none: [], open: ['assigned'], done: ['assigned', 'done'], closed: ['assigned', 'done', 'checked-ok'], cancelled: ['assigned', 'cancelled'] }

const HAPPENINGS = Object.keys({ 'assigned': 0, 'progress': 0, 'extended': 0, 'done': 0, 'cancelled': 0, 'checked-ok': 0, 'checked-not': 0 } satisfies Record<Happening, 0>) as Happening[]
const REGIONS = ['152921', '152921102', '152921402', '152921102001']
const ledger = new Ledger(ACTIONS)

const logs = fc.array(fc.record({
  happening: fc.oneof(fc.constant<Happening>('assigned'), fc.constantFrom(...HAPPENINGS)),
  subject: fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'),
  grid: fc.constantFrom(...tinyBasis.grids.slice(0, 2), '152921999999999', undefined),
  pause: fc.integer({ min: 1, max: DAY }),
}), { maxLength: 80 }).map((list) => {
  let now = 1_000_000_000_000
  return list.map(({ pause, ...each }, n): LedgerEvent<Happening> => ({ ...each, stream: 'incident', entry: `${now += pause}-${n}`, at: now - n }))
})

describe('a ledger', () => {
  const [head, ...rows] = EXPECTED.trim().split('\n').map(line => line.split(/ +/))
  const cells = rows.flatMap(([stage, ...nexts]) => nexts.map((next, i) => [stage!, head![i + 1] as Happening, next] as const))

  it.each(cells)('[F26] what is %s and is %s: %s', (stage, happening, next) => {
    const { folded, slice } = run([...WAY[stage]!, happening].map((each, n) => event(each, 'A1', n + 1)))
    expect(folded.map(({ outcome }) => outcome)).toEqual([...WAY[stage]!.map(() => 'applied'), next === '–' ? 'rejected' : 'applied'])
    expect(slice.things.get('A1')?.stage ?? 'none').toBe(next === '–' ? stage : next)
  })

  it('[F26] has a cell for every stage and happening', () => {
    expect(new Set(cells.map(([stage, happening]) => `${stage} ${happening}`)).size).toBe(Object.keys(ACTIONS.table).length * HAPPENINGS.length)
  })

  it('[F26] is the same folded whole, or through JSON at any split, and its digest is that of its records', () => {
    fc.assert(fc.property(logs, fc.nat(), (log, cut) => {
      const whole = run(log)
      const at = cut % (log.length + 1)
      const first = run(log.slice(0, at))
      const resumed = read(JSON.parse(JSON.stringify(ledger.write(first.ground, first.slice))))
      for (const each of log.slice(at))
        ledger.fold(resumed.ground, resumed.slice, each)
      expect(ledger.write(resumed.ground, resumed.slice)).toEqual(ledger.write(whole.ground, whole.slice))
      const anew = read(ledger.write(whole.ground, whole.slice))
      for (const region of REGIONS)
        expect([resumed, anew].map(({ ground }) => ground.digest.of(region))).toEqual([whole.ground.digest.of(region), whole.ground.digest.of(region)])
    }))
  })

  it('[F26] does not depend on what happens in other grids, between its own entries or not', () => {
    fc.assert(fc.property(logs, (log) => {
      // Each grid has ids of its own here, as a district has.
      const own = log.map(each => ({ ...each, subject: `${each.subject}@${each.grid}` }))
      const whole = run(own)
      for (const grid of tinyBasis.grids.slice(0, 2)) {
        const alone = run(own.filter(each => each.grid === grid))
        expect(alone.ground.digest.of(grid)).toBe(whole.ground.digest.of(grid))
      }
    }))
  })

  it('[F26] holds no more than its bound in any grid, keeps what is open, and what is refused changes nothing', () => {
    fc.assert(fc.property(logs, (log) => {
      const { ground, slice } = run([])
      for (const each of log) {
        const open = [...slice.things.values()].filter(({ endedEntry }) => endedEntry === undefined).map(({ id }) => id)
        const before = JSON.stringify(ledger.write(ground, slice))
        const { outcome } = ledger.fold(ground, slice, each)
        if (outcome !== 'applied')
          expect(JSON.stringify(ledger.write(ground, slice))).toBe(before)
        expect(open.filter(id => !slice.things.has(id))).toEqual([])
        expect(Math.max(...slice.held)).toBeLessThanOrEqual(ACTIONS.most)
      }
    }))
  })

  it('[F26] opens no more where all are open, and lets the oldest ended one go where one has ended', () => {
    const opened = ['A1', 'A2', 'A3', 'A4'].map((id, n) => event('assigned', id, n + 1))
    expect(run([...opened, event('assigned', 'A5', 5)]).folded[4]).toMatchObject({ outcome: 'rejected', refusal: { reason: 'unlawful' } })
    const { slice } = run([...opened, event('cancelled', 'A3', 5), event('cancelled', 'A1', 6), event('assigned', 'A5', 7)])
    expect([...slice.things.keys()].sort()).toEqual(['A1', 'A2', 'A4', 'A5'])
  })

  it('[F26] is late once its clock has run out, not before, anew after an extension, and never once it has ended', () => {
    const lateAt = (log: LedgerEvent<Happening>[], now: number) => ledger.isLate(run(log).slice.things.get('A1')!, now)
    const opened = [event('assigned', 'A1', 1)]
    expect([lateAt(opened, DAY), lateAt(opened, DAY + 1)]).toEqual([false, true])
    expect([lateAt([...opened, event('extended', 'A1', 10)], DAY + 9), lateAt([...opened, event('extended', 'A1', 10)], DAY + 10)]).toEqual([false, true])
    expect(lateAt([...opened, event('cancelled', 'A1', 10)], 9 * DAY)).toBe(false)
  })

  it('[F26] lets an ended thing leave by its grid’s own entries, and its id is free then', () => {
    const ended = [event('assigned', 'A1', 1), event('cancelled', 'A1', 2)]
    expect(run([...ended, event('assigned', 'A1', 2 + 2 * DAY)]).folded[2]!.outcome).toBe('rejected')
    expect(run([...ended, event('assigned', 'A1', 3 + 2 * DAY)]).folded[2]!.outcome).toBe('applied')
    expect([...run([...ended, event('assigned', 'A2', 3 + 2 * DAY)]).slice.things.keys()]).toEqual(['A2'])
  })
})

function run(log: readonly LedgerEvent<Happening>[]) {
  const made = read([])
  return { ...made, folded: log.map(each => ledger.fold(made.ground, made.slice, each)) }
}

function read(records: Parameters<typeof ledger.read>[2]) {
  const ground = emptyGround(tinyBasis)
  const slice = ledger.empty(ground)
  ledger.read(ground, slice, records)
  return { ground, slice }
}

function event(happening: Happening, subject: string, ms: number): LedgerEvent<Happening> {
  return { stream: 'incident', entry: `${ms}-0`, happening, subject, grid: tinyBasis.grids[0]!, at: ms }
}
