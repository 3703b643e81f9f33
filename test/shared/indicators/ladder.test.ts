import { describe, expect, it } from 'vitest'
import { hotPlaces } from '../../../shared/indicators/grid/hotPlaces.ts'
import { inWhoseHands } from '../../../shared/indicators/open/inWhoseHands.ts'
import { laneIncidents } from '../../../shared/indicators/open/laneIncidents.ts'
import { levelTimes } from '../../../shared/indicators/rates/levelTimes.ts'
import { incidentsBehind } from '../../../shared/indicators/open/incidentsBehind.ts'
import { openCounts } from '../../../shared/indicators/open/openCounts.ts'
import { sentDown } from '../../../shared/indicators/open/sentDown.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { supervisedNow } from '../../../shared/indicators/open/supervisedNow.ts'
import { foldAll } from '../../support/foldAll.ts'
import { demoFacts } from '../../support/demoFacts.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'
import { LIVELY_NOW, livelyState } from '../../support/livelyState.ts'

const MINUTE = 60_000
const about = (subject: string) => ({ subject })
const sent = (subject: string, at: number, data: object = {}) => [
  incidentEvent('reported', at, data, about(subject)),
  incidentEvent('accepted', at + 1, {}, about(subject)),
  incidentEvent('dispatched', at + 2, {}, about(subject)),
]

describe('the ladder', () => {
  it('[I7] the share left falls from 1 at the start of the limit past 0 at its end; what is parked has none', () => {
    const events = sent('A', 0, { severity: 'II' })
    const one = (minutes: number) => laneIncidents.measure(foldAll(events), '152921', T0 + minutes * MINUTE, demoFacts)[0]!
    expect(one(2).share).toBe(1)
    const { left } = one(2)
    expect(one(2 + left / MINUTE / 2).share).toBeCloseTo(0.5)
    expect(one(2 + left / MINUTE * 1.5).share).toBeCloseTo(-0.5)
    const parked = foldAll([...events, incidentEvent('parked', 3, { reason: 'season', until: new Date(T0 + 900 * MINUTE).toISOString() }, about('A'))])
    expect(laneIncidents.measure(parked, '152921', T0 + 4 * MINUTE, demoFacts)[0]!.share).toBeUndefined()
  })

  it('[I1] the lanes hold every open matter, level by level, and those past the line are the overdue ones', () => {
    const state = livelyState()
    const matters = laneIncidents.measure(state, demoFacts.code, LIVELY_NOW, demoFacts)
    const { open, overdue } = openCounts(state, demoFacts.code, LIVELY_NOW)
    expect(matters.length).toBe(open)
    expect(matters.filter(({ share }) => share !== undefined && share < 0).length).toBe(overdue)
    for (const { level, open: atLevel } of settledByLevel.measure(state, demoFacts.code, LIVELY_NOW, demoFacts))
      expect(matters.filter(matter => matter.level === level).length).toBe(atLevel)
  })

  it('[I1][I4] supervised matters count once, by the gravest, and the list holds as many', () => {
    const state = foldAll([
      ...sent('A', 0),
      incidentEvent('supervised', 5, { card: 'yellow' }, about('A')),
      ...sent('B', 0),
      incidentEvent('supervised', 5, { card: 'red' }, about('B')),
      ...sent('C', 0),
    ])
    const counts = supervisedNow.measure(state, '152921', T0, demoFacts)
    expect(counts.order + counts.red + counts.yellow).toBe(counts.all)
    expect(counts.all).toBe(2)
    for (const filter of [{ of: 'supervised' }, { of: 'grave' }, { of: 'reportedDay' }] as const) {
      const { rows, shown } = incidentsBehind(state, '152921', T0 + 10 * MINUTE, demoFacts, filter)
      expect(rows.length).toBe(shown)
    }
  })

  it('[I6] what is overdue lies with the region on whose level it is; a closed matter with nobody', () => {
    const late = T0 + 100 * 24 * 60 * MINUTE
    const state = foldAll([
      ...sent('A', 0),
      ...sent('B', 0),
      incidentEvent('escalated', 10, { to: 'community', reason: 'ordered' }, about('B')),
      incidentEvent('reported', 0, {}, about('C')),
      incidentEvent('closed', 20, {}, about('C')),
    ])
    const holders = inWhoseHands.measure(state, '152921', late, demoFacts)
    expect(holders.map(({ level, region, matters }) => [level, region.length, matters]).sort()).toEqual([['community', 12, 1], ['grid', 15, 1]])
    expect(holders.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(openCounts(state, '152921', late).overdue)
    expect(inWhoseHands.measure(state, '152921', T0 + 30 * MINUTE, demoFacts)).toEqual([])
  })

  it('[I6] sent down counts where it came to, until it goes up again or a day has passed', () => {
    const down = [...sent('A', 0), incidentEvent('escalated', 10, { to: 'community', reason: 'ordered' }, about('A')), incidentEvent('sent-down', 20, { to: 'grid', reason: 'within-capacity' }, about('A'))]
    expect(sentDown.measure(foldAll(down), '152921', T0 + 30 * MINUTE, demoFacts)).toEqual({ grid: 1, community: 0, town: 0, banner: 0 })
    expect(sentDown.measure(foldAll(down), '152921402', T0 + 30 * MINUTE, demoFacts).grid).toBe(0)
    expect(sentDown.measure(foldAll(down), '152921', T0 + 26 * 60 * MINUTE, demoFacts).grid).toBe(0)
    expect(sentDown.measure(foldAll([...down, incidentEvent('escalated', 25, { to: 'community', reason: 'ordered' }, about('A'))]), '152921', T0 + 30 * MINUTE, demoFacts)).toEqual({ grid: 0, community: 0, town: 0, banner: 0 })
  })

  it('[I6] a hot place is one kind twice or more in one grid, within two days', () => {
    const kind = { category: 'facility', subcategory: 'street-lamp' }
    const state = foldAll([incidentEvent('reported', 0, kind, about('A')), incidentEvent('reported', 10, kind, about('B')), incidentEvent('closed', 20, {}, about('A'))])
    expect(hotPlaces.measure(state, '152921', T0 + 30 * MINUTE, demoFacts).map(({ count, open }) => [count, open])).toEqual([[2, 1]])
    expect(hotPlaces.measure(state, '152921', T0 + 50 * 60 * MINUTE, demoFacts)).toEqual([])
  })

  it('[I6] time per level has median and 90th percentile, and the limits that hold there', () => {
    const rows = levelTimes.measure(livelyState(), demoFacts.code, LIVELY_NOW, demoFacts)
    expect(rows.map(({ level }) => level)).toEqual(['grid', 'community', 'town', 'banner'])
    for (const { count, median, p90, limits } of rows) {
      expect(limits.map(({ severity }) => severity)).toEqual(['I', 'II', 'III', 'IV'])
      expect(count === 0 ? median === undefined : median! <= p90!).toBe(true)
    }
  })
})
