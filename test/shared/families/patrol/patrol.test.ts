import type { WanggeEvent } from '../../../../shared/state/event.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactEvent } from '../../../../shared/audience/redactEvent.ts'
import { redactSnapshot } from '../../../../shared/audience/redactSnapshot.ts'
import { scopeSnapshot } from '../../../../shared/audience/scopeSnapshot.ts'
import type { emptyState } from '../../../../shared/state/emptyState.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { fromSnapshot } from '../../../../shared/state/fromSnapshot.ts'
import { newestFix } from '../../../../shared/families/patrol/newestFix.ts'
import { ALARMS_KEPT, WORKERS_KEPT } from '../../../../shared/families/patrol/PatrolSlice.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { isWithin } from '../../../../shared/words/regionCode.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { testAliasOf } from '../../../support/testAliasOf.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const TYPES = ['started', 'position', 'entered-grid', 'checkpoint', 'sos', 'ended'] as const
const REGIONS = ['152921', '152921102', '152921402', '152921102001', '152921402001003']
const [here, there, far] = [tinyBasis.grids[0]!, tinyBasis.grids[1]!, tinyBasis.grids[4]!]

/** Few workers, grids and moments, so that ties and repeats are common. Each event keeps its entry however the list is shuffled. */
const patrols = fc.array(fc.record({
  type: fc.constantFrom(...TYPES),
  worker: fc.constantFrom('S1', 'S2', 'S3'),
  grid: fc.constantFrom(...tinyBasis.grids),
  at: fc.integer({ min: 1, max: 12 }),
  lng: fc.integer({ min: 103, max: 106 }),
}), { maxLength: 60 }).map(list => list.map(({ type, worker, grid, at, lng }, n) => event(type, worker, grid, at, n + 1, lng)))

const shuffled = patrols.chain(log => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log.slice(0, 5)], { minLength: log.length + Math.min(5, log.length) }).map(callsInOrder)))

describe('patrols', () => {
  it('[F20] any order of arrival, with repeats, gives one state and one digest', () => {
    fc.assert(fc.property(shuffled, ([log, other]) => {
      const [one, two] = [foldAll(log), foldAll(other)]
      expect(toSnapshot(two)).toEqual(toSnapshot(one))
      for (const region of REGIONS)
        expect(two.digest.of(region)).toBe(one.digest.of(region))
      expect(places(two)).toEqual(places(one))
    }))
  })

  it('[F20] who is where, visits and alarms are the same when the entries too come in another order', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom(...TYPES), fc.constantFrom('S1', 'S2'), fc.constantFrom(...tinyBasis.grids), fc.integer({ min: 1, max: 900 })), { selector: ([,,, at]) => at }), fc.array(fc.nat()), (moments, picks) => {
      const arrive = (list: typeof moments) => foldAll(list.map(([type, worker, grid, at], n) => event(type, worker, grid, at, n + 1)))
      const order = moments.map((moment, i) => ({ moment, by: picks[i] ?? 0 })).sort((a, b) => a.by - b.by)
      const views = [moments, order.map(({ moment }) => moment)].map(list => arrive(list)).map(state => ({ places: places(state), visits: [...state.patrol.visitAt], sos: [...state.patrol.sosAt], alarms: [...state.patrol.alarms.values()].map(({ worker, grid, at }) => `${worker} ${grid} ${at}`).sort() }))
      expect(views[1]).toEqual(views[0])
    }))
  })

  it('[F20] fixes of this morning that arrive after the newest one raise visits and move nobody', () => {
    const state = foldAll([event('position', 'S1', far, 100, 1, 105), event('position', 'S1', here, 80, 2, 104), event('position', 'S1', here, 90, 3, 103)])
    expect(state.patrol.workers.get('S1')!.newest).toMatchObject({ grid: 4, at: 100 })
    expect(newestFix(state.patrol.workers.get('S1')!)).toMatchObject({ grid: 4, lng: 105, fixAt: 100 })
    expect([state.patrol.visitAt[0], state.patrol.visitAt[4]]).toEqual([90, 100])
  })

  it('[F20] of two fixes of one moment in two grids the same one is shown, in whatever order they came and after a restart', () => {
    const log = [event('sos', 'S3', there, 9, 1, 103), event('position', 'S3', here, 9, 2, 104), event('started', 'S3', far, 9, 3)]
    const states = [log, [log[2]!, log[0]!, log[1]!], [log[2]!, log[1]!, log[0]!]].map(each => foldAll(each))
    const restarted = states.map(state => fromSnapshot(toSnapshot(state)))
    expect([...states, ...restarted].map(state => newestFix(state.patrol.workers.get('S3')!)!.lng)).toEqual([104, 104, 104, 104, 104, 104])
  })

  it('[F20] a start or an end that arrives late holds at its own moment', () => {
    const state = foldAll([event('position', 'S1', here, 100, 1), event('ended', 'S1', here, 50, 2), event('ended', 'S2', there, 100, 3), event('started', 'S2', here, 60, 4), event('position', 'S2', far, 99, 5)])
    expect([state.patrol.workers.get('S1')!.newest.ended, state.patrol.workers.get('S2')!.newest.ended]).toEqual([false, true])
  })

  it('[F3] who goes on elsewhere touches the grid that is left, and a late fix does not', () => {
    const state = foldAll([event('position', 'S1', here, 100, 1)])
    expect(fold(state, event('position', 'S1', far, 110, 2))).toMatchObject({ touched: { grids: [4, 0] } })
    expect(fold(state, event('position', 'S1', there, 90, 3))).toMatchObject({ touched: { grids: [1] } })
    expect(fold(state, event('position', 'S1', there, 80, 4))).toMatchObject({ touched: { grids: [] } })
  })

  it('[A2] redact, then fold = fold, then redact, for every region, in any order of arrival', () => {
    fc.assert(fc.property(shuffled, fc.constantFrom(...REGIONS), fc.constantFrom('screen' as const, 'desk' as const), fc.nat(), ([, log], region, audience, cut) => {
      const at = cut % (log.length + 1)
      const server = foldAll(log.slice(0, at))
      const view = () => JSON.parse(JSON.stringify(redactSnapshot(scopeSnapshot(toSnapshot(server), region), audience, testAliasOf)))
      const client = fromSnapshot(view())
      for (const each of log.slice(at)) {
        const folded = fold(server, each)
        if (folded.outcome === 'applied' && folded.touched.grids.some(grid => isWithin(tinyBasis.grids[grid]!, region)))
          fold(client, redactEvent(each, audience, testAliasOf))
      }
      expect(toSnapshot(client)).toEqual(view())
      expect(client.digest.of(region)).toBe(server.digest.of(region))
    }))
  })

  it('[F21] the newest of a grid by the phone’s time stay, and the same ones whatever the order of arrival', () => {
    const log = Array.from({ length: WORKERS_KEPT + 60 }, (_, n) => event('position', `W${n}`, here, Math.floor(n / 2), n + 1))
    const kept = (state: ReturnType<typeof emptyState>) => [...state.patrol.workers.keys()].sort()
    const whole = foldAll(log)
    expect(kept(whole)).toEqual(log.slice(60).map(({ subject }) => subject).sort())
    fc.assert(fc.property(fc.shuffledSubarray(log, { minLength: log.length }), (other) => {
      const state = foldAll(other)
      expect(toSnapshot(state)).toEqual(toSnapshot(whole))
      expect(state.digest.of('152921')).toBe(whole.digest.of('152921'))
    }), { numRuns: 20 })
  })

  it('[F21] who leaves one grid is still known in the others, and by the newest of them', () => {
    const others = Array.from({ length: WORKERS_KEPT }, (_, n) => event('started', `W${n}`, here, 50 + n, n + 10))
    const state = foldAll([event('position', 'S1', far, 20, 1), event('position', 'S1', there, 30, 2), event('position', 'S1', here, 40, 3), ...others])
    expect(state.patrol.workers.get('S1')!.newest).toMatchObject({ grid: 1, at: 30 })
    expect(fromSnapshot(toSnapshot(state)).digest.of('152921')).toBe(state.digest.of('152921'))
  })

  it('[F23] an SOS is its worker’s: two in one grid are two, the newest of each holds, and it says where', () => {
    const state = foldAll([event('sos', 'S1', here, 100, 1, 104), event('sos', 'S2', here, 90, 2, 105), event('sos', 'S1', there, 95, 3)])
    expect([...state.patrol.alarms.values()].map(({ worker, grid, at }) => [worker, grid, at])).toEqual([['S1', 0, 100], ['S2', 0, 90]])
    expect(newestFix(state.patrol.workers.get('S2')!)).toMatchObject({ grid: 0, lng: 105, fixAt: 90 })
    expect([...state.patrol.sosAt.slice(0, 2)]).toEqual([100, 95])
    fold(state, event('sos', 'S1', far, 101, 4))
    expect(state.patrol.alarms.get('S1')).toMatchObject({ grid: 4, at: 101 })
  })

  it('[F21][F23] at most 50 workers’ alarms are kept a grid, the newest, whatever the order of arrival', () => {
    const log = Array.from({ length: ALARMS_KEPT + 10 }, (_, n) => event('sos', `W${n}`, here, n, n + 1))
    const elsewhere = event('sos', 'W3', far, 1, 90)
    const whole = foldAll([elsewhere, ...log])
    expect([...whole.patrol.alarms.keys()].sort()).toEqual(['W3', ...log.slice(10).map(({ subject }) => subject)].sort())
    expect(whole.patrol.alarms.get('W3')).toMatchObject({ grid: 4 })
    fc.assert(fc.property(fc.shuffledSubarray([elsewhere, ...log], { minLength: log.length + 1 }), (other) => {
      expect(withoutCalls(foldAll(other))).toEqual(withoutCalls(whole))
    }), { numRuns: 20 })
  })
})

/** Calls for help go by the order of the log (F40): of a shuffled one each SOS stands where another stood, by its entry. */
function callsInOrder(log: WanggeEvent[]): WanggeEvent[] {
  const raised = log.filter(({ type }) => type === 'patrol.sos').sort((a, b) => Number(a.id) - Number(b.id))
  return log.map(each => each.type === 'patrol.sos' ? raised.shift()! : each)
}

function withoutCalls(state: ReturnType<typeof emptyState>): unknown {
  const { patrol, ...rest } = toSnapshot(state)
  return { ...rest, patrol: { ...patrol, calls: [] } }
}

function places({ patrol }: ReturnType<typeof emptyState>): unknown {
  return [...patrol.workers].map(([worker, each]) => [worker, each.newest.grid, each.newest.at, each.newest.ended, newestFix(each)?.grid, newestFix(each)?.fixAt]).sort()
}

function event(type: (typeof TYPES)[number], worker: string, grid: string, at: number, serial: number, lng = 105): WanggeEvent {
  const fix = type === 'position' || type === 'sos' ? { lng, lat: 38 } : {}
  return { stream: 'patrol', entry: `1000-${serial}`, type: `patrol.${type}`, time: new Date(at).toISOString(), source: 't', id: String(serial), subject: worker, data: { grid, ...fix, ...(type === 'checkpoint' && { checkpoint: 'B1' }) } } as WanggeEvent
}
