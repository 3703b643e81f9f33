import type { State } from '../../../shared/state/State.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionList } from '../../../shared/indicators/grid/attentionList.ts'
import { coverByPart } from '../../../shared/indicators/cover/coverByPart.ts'
import { justHappened } from '../../../shared/indicators/open/justHappened.ts'
import { onDutyCover } from '../../../shared/indicators/cover/onDutyCover.ts'
import { openCounts } from '../../../shared/indicators/open/openCounts.ts'
import { reportedByCategory } from '../../../shared/indicators/rates/reportedByCategory.ts'
import { reportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import { CLOSED, inWindow } from '../../../shared/indicators/rates/settled.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { CATEGORIES } from '../../../shared/words/category/category.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { regionChain } from '../../../shared/words/regionCode.ts'
import { demoBasis, demoFacts } from '../../support/demoFacts.ts'
import { foldAll } from '../../support/foldAll.ts'
import { LIVELY_NOW, livelyEvents, livelyState } from '../../support/livelyState.ts'

const HOUR = 3_600_000
const grids = demoBasis.grids
const state = livelyState()
const regions = [...new Set(grids.flatMap(code => regionChain(code)))]
const partsOf = (region: RegionCode) => [...new Set(grids.filter(code => code.startsWith(region)).map(code => regionChain(code).find(each => each.length > region.length) ?? code))]

/** All counts that a region has, one below the other, so that they can be added. */
function countsOf(of: State, region: RegionCode, now: number): number[] {
  const open = openCounts(of, region, now)
  const cover = onDutyCover(of, region, now, demoFacts)
  const categories = new Map(reportedByCategory.measure(of, region, now, demoFacts).map(each => [each.category, each.today]))
  const hours = reportedByHour.measure(of, region, now, demoFacts)
  return [
    open.open, open.overdue, open.dueSoon, ...Object.values(open.byLevel), ...Object.values(open.bySeverity),
    cover.grids, cover.expected, cover.covered, cover.noSignal, cover.absent, cover.offRoster,
    hours.todaySoFar, ...hours.today.map(each => each ?? 0), ...hours.yesterday,
    ...CATEGORIES.map(each => categories.get(each)!),
    ...settledByLevel.measure(of, region, now, demoFacts).flatMap(each => [each.closed, each.movedUp]),
    inWindow(of, region, CLOSED, now), inWindow(of, region, ['closedOnTime'], now), inWindow(of, region, ['reported'], now, 1),
    attentionList.measure(of, region, now, demoFacts).length,
    justHappened.measure(of, region, now, demoFacts).lastHour,
  ]
}

describe('[I1] the parts of any region add up to it', () => {
  it.each([6, 9, 12])('[I1] at %i digits: open, reported, settled, cover, attention, what happened', (digits) => {
    for (const region of regions.filter(each => each.length === digits)) {
      const parts = partsOf(region).map(part => countsOf(state, part, LIVELY_NOW))
      const sums = parts[0]!.map((_, row) => parts.reduce((sum, part) => sum + part[row]!, 0))
      expect([region, sums]).toEqual([region, countsOf(state, region, LIVELY_NOW)])
    }
  })

  it('[I1] whatever happened, wherever, and whenever it is looked at', () => {
    const events = livelyEvents()
    fc.assert(fc.property(fc.uniqueArray(fc.nat(events.length - 1), { minLength: 20, maxLength: 300 }), fc.constantFrom(...regions.filter(each => each.length < 15)), fc.integer({ min: -6, max: 6 }), (which, region, later) => {
      const some = foldAll(which.sort((a, b) => a - b).map(each => events[each]!), emptyState(demoBasis))
      const now = LIVELY_NOW + later * HOUR
      const parts = partsOf(region).map(part => countsOf(some, part, now))
      expect(parts[0]!.map((_, row) => parts.reduce((sum, part) => sum + part[row]!, 0))).toEqual(countsOf(some, region, now))
    }), { numRuns: 12 })
  })

  it('[I1] cover by part has each grid once, at every depth', () => {
    for (const region of regions) {
      const parts = coverByPart.measure(state, region, LIVELY_NOW, demoFacts)
      const whole = onDutyCover(state, region, LIVELY_NOW, demoFacts)
      expect(parts.map(each => each.region).sort()).toEqual(partsOf(region).sort())
      expect(parts.flatMap(each => each.cells.map(cell => cell.code)).sort()).toEqual(grids.filter(code => code.startsWith(region)))
      expect([parts.reduce((sum, each) => sum + each.grids, 0), parts.reduce((sum, each) => sum + each.covered, 0)]).toEqual([whole.grids, whole.covered])
    }
  })

  it('[I1] shares are of the same whole at every level, and no region has more than the district', () => {
    for (const region of regions) {
      const rows = settledByLevel.measure(state, region, LIVELY_NOW, demoFacts)
      expect(rows.reduce((sum, each) => sum + each.closed, 0)).toBe(inWindow(state, region, CLOSED, LIVELY_NOW))
      expect(rows.map(each => each.level)).toEqual([...LEVELS])
      expect(rows.every(each => each.cumulative === undefined || each.cumulative <= 1)).toBe(true)
    }
  })
})

it('[I1] reported − settled of a day is the change of what is open', () => {
  const end = Date.parse('2026-11-24T14:00:00+08:00')
  const until = (at: number) => foldAll(livelyEvents().filter(each => Date.parse(each.time) < at), emptyState(demoBasis))
  const [before, after] = [until(end - 24 * HOUR), until(end)]
  for (const region of regions.filter(each => each.length <= 12)) {
    const change = openCounts(after, region, end - 1).open - openCounts(before, region, end - 24 * HOUR - 1).open
    expect([region, inWindow(after, region, ['reported'], end - 1) - inWindow(after, region, CLOSED, end - 1)]).toEqual([region, change])
  }
})
