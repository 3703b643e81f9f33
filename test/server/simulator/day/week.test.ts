import type { District } from '../../../../shared/domain/district/District.ts'
import type { Subcategory } from '../../../../shared/words/category/category.ts'
import { describe, expect, it } from 'vitest'
import { basisOf } from '../../../../shared/domain/basisOf.ts'
import { expectedAt } from '../../../../shared/domain/duty/expectedAt.ts'
import { expectedHours } from '../../../../shared/domain/duty/expectedHours.ts'
import { onDutyCover } from '../../../../shared/indicators/cover/onDutyCover.ts'
import { attentionList } from '../../../../shared/indicators/grid/attentionList.ts'
import { openCounts } from '../../../../shared/indicators/open/openCounts.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { minutesOfDay } from '../../../../shared/words/time/minutesOfDay.ts'
import { asRead, demo, HOUR, pastUntil, world } from '../../../support/simulated.ts'

const START = Date.parse('2026-11-23T00:00:00+08:00')
const MOMENTS = {
  'Mon 08:05': [1, '08:05'], 'Mon 10:30': [1, '10:30'], 'Mon 12:30': [1, '12:30'], 'Mon 17:35': [1, '17:35'],
  'Tue 04:40': [2, '04:40'], 'Wed 20:00': [3, '20:00'], 'Sat 15:00': [6, '15:00'], 'Sun 23:00': [7, '23:00'],
} as const
const OFFICE: readonly Subcategory[] = ['wage-dispute', 'land-dispute', 'contract-dispute', 'property-fee-dispute', 'social-insurance']
const facts = { ...demo, expected: expectedHours(demo) }
const of = world({ origin: START - 48 * HOUR })
const events = pastUntil(START + 7 * 24 * HOUR, of)

describe('a week of the demo', () => {
  const seen = seenAt()

  it.each(Object.keys(MOMENTS) as (keyof typeof MOMENTS)[])('[I13] %s is believable', (moment) => {
    const { expected, covered, noSignal, absent, offRoster, attention, open } = seen[moment]
    expect(covered + noSignal + absent).toBe(expected)
    expect(absent).toBeLessThan(12)
    expect(covered / expected).toBeGreaterThan(0.85)
    expect(offRoster).toBe(147 - expected)
    expect(attention).toBeLessThan(30)
    expect(open).toBeGreaterThan(80)
    expect(open).toBeLessThan(230)
  })

  it('[I13] by night nearly all grids are empty by plan, by day hardly any', () => {
    expect(seen['Tue 04:40'].offRoster).toBeGreaterThan(120)
    expect(seen['Tue 04:40'].expected).toBeGreaterThan(10)
    expect(seen['Sun 23:00'].offRoster).toBeGreaterThan(120)
    expect(seen['Mon 10:30'].offRoster).toBeLessThan(25)
    expect(seen['Sat 15:00'].expected).toBeLessThan(seen['Mon 10:30'].expected)
  })

  it('[I13] who is there by night is who is expected', () => {
    const night = demo.grids.filter(({ properties: { code } }) => expectedAt(facts.expected[code] ?? [], START + 28.7 * HOUR, of.zoneMs).isExpected)
    expect(seen['Tue 04:40'].expected).toBe(night.length)
  })

  it('answers nothing of the offices outside their hours', () => {
    const kinds = new Map(events.flatMap(event => event.type === 'incident.reported' ? [[event.subject, event.data.subcategory as Subcategory] as const] : []))
    const grave = new Set(events.flatMap(event => event.type === 'incident.reported' && event.data.severity === 'I' ? [event.subject] : []))
    const done = events.filter(({ type, subject, at }) => at >= START && OFFICE.includes(kinds.get(subject)!) && !grave.has(subject) && ['acknowledged', 'handling', 'feedback', 'checking', 'closed'].includes(type.slice(9)))
    expect(done.length).toBeGreaterThan(100)
    const odd = done.filter(({ at }) => {
      const local = new Date(at + of.zoneMs)
      const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
      return [0, 6].includes(local.getUTCDay()) || minute < minutesOfDay('08:30') || minute > minutesOfDay('18:50')
    })
    expect(odd.map(({ type, subject, at }) => [type, subject, new Date(at + of.zoneMs).toISOString()])).toEqual([])
  })
})

function seenAt() {
  const state = emptyState(basisOf(demo as District))
  let next = 0
  return Object.fromEntries(Object.entries(MOMENTS).map(([moment, [day, clock]]) => {
    const at = START + (day - 1) * 24 * HOUR + minutesOfDay(clock) * 60_000
    for (; next < events.length && events[next]!.at <= at; next++)
      fold(state, asRead(events[next]!, next))
    const rows = attentionList.measure(state, demo.code, at, facts)
    return [moment, { ...onDutyCover(state, demo.code, at, facts), open: openCounts(state, demo.code, at).open, overdue: openCounts(state, demo.code, at).overdue, attention: rows.length }]
  })) as Record<keyof typeof MOMENTS, ReturnType<typeof onDutyCover> & { open: number; overdue: number; attention: number }>
}
