import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { SIGMA_TAILS, tailOfCounts, upperLimit } from '../../../../shared/indicators/grid/controlLimit.ts'
import { CLASSES_OF, gridMeasure } from '../../../../shared/indicators/grid/gridMeasure.ts'
import { MEASURES } from '../../../../shared/indicators/grid/measure.ts'
import { measuredGrid } from '../../../../shared/indicators/grid/measuredGrid.ts'
import { NO_DATA } from '../../../../shared/indicators/grid/noData.ts'
import { onDutyCover } from '../../../../shared/indicators/cover/onDutyCover.ts'
import { reportRate } from '../../../../shared/indicators/grid/reportRate.ts'
import { inWindow } from '../../../../shared/indicators/rates/settled.ts'
import { unusualReports } from '../../../../shared/indicators/grid/unusualReports.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { demoBasis, demoFacts } from '../../../support/demoFacts.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { LIVELY_NOW as now, livelyState } from '../../../support/livelyState.ts'

const HOUR = 3_600_000
const GRID = '152921403005002'
const state = livelyState()
const lively = demoBasis.grids.indexOf(GRID)

describe('gridMeasure', () => {
  it.each(MEASURES)('[I1] %s gives each grid a class of its legend, or none', (measure) => {
    const classes = gridMeasure(state, measure, now, demoFacts)
    const lawful: readonly number[] = [...CLASSES_OF[measure], NO_DATA]
    expect(classes.length).toBe(147)
    expect([...classes].filter(each => !lawful.includes(each))).toEqual([])
    expect(measuredGrid(state, measure, GRID, now, demoFacts)?.measure).toBe(measure)
    expect(measuredGrid(state, measure, '000000000000000', now, demoFacts)).toBeUndefined()
  })

  it('[I1] cover by class adds up to the headline', () => {
    const classes = [...gridMeasure(state, 'cover', now, demoFacts)]
    const count = (of: number) => classes.filter(each => each === of).length
    expect({ grids: 147, expected: 147 - count(1), covered: count(0), noSignal: count(2), absent: count(4), offRoster: count(1) }).toEqual(onDutyCover(state, demoFacts.code, now, demoFacts))
  })

  it('[I5] has no data where nothing is known, instead of a class', () => {
    const nothing = emptyState(demoBasis)
    expect([...gridMeasure(nothing, 'visit', now, demoFacts)].every(each => each === NO_DATA)).toBe(true)
    expect([...gridMeasure(nothing, 'unusual', now, demoFacts)].every(each => each === NO_DATA)).toBe(true)
    expect([...gridMeasure(nothing, 'rate', now, demoFacts)].every(each => each === 0)).toBe(true)
    expect(measuredGrid(nothing, 'visit', GRID, now, demoFacts)).toEqual({ measure: 'visit', ageMs: undefined })
  })
})

it('[I1] the rate of reports has the reports of the day above the line and households below', () => {
  const rates = reportRate(state, now, demoFacts)
  expect(rates.reduce((sum, each) => sum + each.reported, 0)).toBe(inWindow(state, demoFacts.code, ['reported'], now))
  const { reported, households, rate } = rates[lively]!
  expect(rate).toBeCloseTo(reported / households * 1000)
  expect(households).toBe(demoFacts.grids[lively]!.properties.households)
  const counted = foldAll([{ stream: 'grid-status', type: 'grid-status.population.counted', subject: GRID, entry: `${now}-0`, time: new Date(now).toISOString(), source: 'test', data: { households: 0, residents: 0 } }] as never, livelyState())
  expect(reportRate(counted, now, demoFacts)[lively]).toMatchObject({ households: 0, rate: undefined, class: NO_DATA })
})

describe('unusualReports', () => {
  const reports = (at: number, many: number, from: number) => Array.from({ length: many }, (_, i) => ({
    stream: 'incident', type: 'incident.reported', subject: `WG-U-${from + i}`, entry: `${at}-${i}`, time: new Date(at).toISOString(), source: 'test', data: { category: 'safety', severity: 'IV', channel: 'hotline', grid: GRID },
  }))
  const folded = (...counts: [hoursBack: number, many: number][]) => foldAll(
    [...counts].sort((a, b) => b[0] - a[0]).flatMap(([hoursBack, many], place) => reports(now - hoursBack * HOUR, many, place * 100)) as never,
    emptyState(demoBasis),
  )

  it('[I5] compares with nothing before a whole day is held', () => {
    expect(unusualReports(folded([28, 1], [1, 20]), now)[lively]).toEqual({ reported: 20, past: 0, days: 0, limit: undefined, class: NO_DATA })
    expect(unusualReports(folded([30, 1], [1, 2]), now)[lively]).toMatchObject({ reported: 2, days: 1 })
  })

  it('[I5] counts the same hours of the days before and says its own limit', () => {
    const usual = unusualReports(folded([53.5, 1], [48, 2], [24, 3], [12, 9], [1, 3]), now)[lively]!
    expect(usual).toMatchObject({ reported: 3, past: 6, days: 2, class: 0 })
    const much = unusualReports(folded([53.5, 1], [48, 2], [24, 3], [1, usual.limit! + 1]), now)[lively]!
    expect(much).toMatchObject({ reported: usual.limit! + 1, past: 6, class: 4 })
    expect(unusualReports(folded([53.5, 1], [48, 2], [24, 3], [1, usual.limit!]), now)[lively]!.class).toBeLessThan(4)
  })
})

describe('controlLimit', () => {
  it('is the exact binomial tail', () => {
    expect(tailOfCounts(0, 5, 1 / 3)).toBe(1)
    expect(tailOfCounts(3, 0, 1 / 3)).toBeCloseTo(1 / 27, 12)
    expect(tailOfCounts(2, 2, 0.5)).toBeCloseTo(11 / 16, 12)
    expect(tailOfCounts(5, 1, 1 / 3)).toBeCloseTo((6 * 2 + 1) / 729, 12)
    expect(upperLimit(0, 1 / 3)).toBe(6)
  })

  it('falls with the count, grows with the past, and stays a share however large they are', () => {
    fc.assert(fc.property(fc.nat(5000), fc.nat(5000), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (count, past, share) => {
      const tail = tailOfCounts(count, past, share)
      expect(tail).toBeGreaterThanOrEqual(0)
      expect(tail).toBeLessThanOrEqual(1)
      expect(tailOfCounts(count + 1, past, share)).toBeLessThanOrEqual(tail + 1e-9)
      expect(tailOfCounts(count, past + 1, share)).toBeGreaterThanOrEqual(tail - 1e-9)
    }))
    expect(tailOfCounts(upperLimit(40, 1 / 3), 40, 1 / 3)).toBeGreaterThanOrEqual(SIGMA_TAILS[2])
  })
})
