import type { World } from '../../../../server/simulator/day/World.ts'
import { describe, expect, it } from 'vitest'
import { eventsBetween, prologue } from '../../../../server/simulator/day/eventsBetween.ts'
import { toEnvelope } from '../../../../server/simulator/day/SimulatedEvent.ts'
import { basisOf } from '../../../../shared/domain/basisOf.ts'
import type { District } from '../../../../shared/domain/district/District.ts'
import { isEnded } from '../../../../shared/domain/stages.ts'
import { envelope } from '../../../../shared/events/envelope.ts'
import { EVENT_DATA } from '../../../../shared/state/eventTypes.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { minutesOfDay } from '../../../../shared/words/time/minutesOfDay.ts'
import { hourOf } from '../../../../shared/words/time/hour.ts'
import { AFTERNOON, asRead, demo, HOUR, pastUntil, world } from '../../../support/simulated.ts'

const MINUTE = 60_000
const basis = basisOf(demo as District)

describe('the same world and times', () => {
  it('give the same events, and another seed others', () => {
    const some = (of: World) => [...prologue(of), ...eventsBetween(of, AFTERNOON, AFTERNOON + 20 * MINUTE, 'full')].map(toEnvelope)
    const first = some(world())
    expect(some(world())).toEqual(first)
    expect(some(world({ seed: 8 }))).not.toEqual(first)
  })

  it('give the same in one stretch as in any parts, in order of time', () => {
    const whole = eventsBetween(world(), AFTERNOON, AFTERNOON + 40 * MINUTE, 'full')
    const parts = [0, 0.2, 7.77, 15, 15.001, 31, 40].map(minute => AFTERNOON + Math.round(minute * MINUTE))
    const other = world()
    const joined = parts.slice(1).flatMap((to, index) => eventsBetween(other, parts[index]!, to, 'full'))
    expect(joined).toEqual(whole)
    expect(whole.every((event, index) => index === 0 || event.at >= whole[index - 1]!.at)).toBe(true)
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
  })
})

describe.each(['day', 'storm', 'quiet'] as const)('two days of the scenario %s', (scenario) => {
  const of = world({ scenario })
  const events = pastUntil(AFTERNOON, of)
  const state = emptyState(basis)
  const folded = events.map((event, index) => ({ event, result: fold(state, asRead(event, index)) }))

  it('parse with their schemas, as envelopes too', () => {
    const faults = events.filter(event => !EVENT_DATA[event.type].safeParse(event.data).success || !envelope.safeParse(toEnvelope(event)).success)
    expect(faults).toEqual([])
  })

  it('fold without a rejection', () => {
    expect(folded.filter(({ result }) => result.outcome !== 'applied')).toEqual([])
  })

  it('tell everything once', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  })
})

describe('a usual day', () => {
  const events = pastUntil(AFTERNOON, world())
  const state = emptyState(basis)
  events.forEach((event, index) => fold(state, asRead(event, index)))
  const last = hourOf(AFTERNOON, basis.zoneMs) - 1
  const sum = (column: Parameters<typeof state.incident.hours.sum>[1], from = last - 23, to = last) => state.incident.hours.sum(basis.code, column, from, to)

  it('brings some 255 matters, most by day', () => {
    expect(sum('reported')).toBeGreaterThan(200)
    expect(sum('reported')).toBeLessThan(310)
    const peak = sum('reported', last - 6, last - 4)
    const night = sum('reported', last - 14, last - 12)
    expect(peak).toBeGreaterThan(3 * night)
  })

  it('settles most in the grid, nearly all within the community, in time', () => {
    const closed = (['grid', 'community', 'town', 'banner'] as const).map(level => sum(`closed.${level}`))
    const all = closed.reduce((total, count) => total + count, 0)
    expect(closed[0]! / all).toBeGreaterThan(0.78)
    expect(closed[0]! / all).toBeLessThan(0.92)
    expect((closed[0]! + closed[1]!) / all).toBeGreaterThan(0.92)
    expect(sum('closedOnTime') / all).toBeGreaterThan(0.88)
    expect(sum('closedOnTime') / all).toBeLessThan(0.99)
    const open = [...state.incident.incidents.values()].filter(({ stage }) => !isEnded(stage))
    expect(open.length).toBeGreaterThan(90)
    expect(open.length).toBeLessThan(180)
  })

  it('leaves a few grids without anybody on duty', () => {
    const empty = state.gridStatus.filter(({ onDuty }) => onDuty.size === 0).length
    expect(empty).toBeGreaterThan(0)
    expect(empty).toBeLessThan(12)
  })

  it('differs between town and pasture', () => {
    const share = (pastoral: boolean, subcategory: string) => {
      const kinds = new Map(demo.grids.map(({ properties }) => [properties.code, properties.kind]))
      const there = [...state.incident.incidents.values()].filter(({ grid }) => (kinds.get(basis.grids[grid]!) === 'pastoral') === pastoral)
      return there.filter(incident => incident.category === subcategory).length / there.length
    }
    expect(share(true, 'grassland')).toBeGreaterThan(0.2)
    expect(share(false, 'grassland')).toBeLessThan(0.05)
  })

  it('changes duty when the shifts of the roster begin', () => {
    const on = events.filter(({ type, at }) => type === 'grid-status.duty.on' && at > AFTERNOON - 24 * HOUR)
    const begins = [...new Set(demo.staff.flatMap(({ shifts }) => shifts.map(({ from }) => minutesOfDay(from) / 60)))]
    const near = on.filter(({ at }) => begins.some(hour => Math.abs((at + basis.zoneMs) / HOUR % 24 - hour) < 0.2))
    expect(on.length).toBeGreaterThan(100)
    expect(near.length / on.length).toBeGreaterThan(0.9)
  })
})

it('a storm brings a burst, the gravest matter among it', () => {
  const noon = Date.parse('2026-11-24T12:00:00+08:00')
  const reports = eventsBetween(world({ scenario: 'storm' }), noon, noon + 90 * MINUTE, 'rounds').filter(({ type }) => type === 'incident.reported')
  expect(reports.length).toBeGreaterThan(55)
  expect(reports.some(({ data }) => 'severity' in data && data.severity === 'I')).toBe(true)
})
