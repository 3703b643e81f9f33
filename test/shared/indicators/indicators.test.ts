import { describe, expect, it } from 'vitest'
import { attentionList, REASONS } from '../../../shared/indicators/grid/attentionList.ts'
import { coverByPart } from '../../../shared/indicators/cover/coverByPart.ts'
import { gridSummary } from '../../../shared/indicators/grid/gridSummary.ts'
import { justHappened } from '../../../shared/indicators/open/justHappened.ts'
import { NO_DATA } from '../../../shared/indicators/grid/noData.ts'
import { onDutyCover } from '../../../shared/indicators/cover/onDutyCover.ts'
import { onTimeClosureRate } from '../../../shared/indicators/rates/onTimeClosureRate.ts'
import { openByGrid } from '../../../shared/indicators/grid/openByGrid.ts'
import { openCounts } from '../../../shared/indicators/open/openCounts.ts'
import { reportedByCategory } from '../../../shared/indicators/rates/reportedByCategory.ts'
import { reportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { settledInCommunityShare } from '../../../shared/indicators/rates/settledInCommunityShare.ts'
import { settledInGridShare } from '../../../shared/indicators/rates/settledInGridShare.ts'
import { visitAge } from '../../../shared/indicators/cover/visitAge.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { demoBasis, demoFacts } from '../../support/demoFacts.ts'
import { LIVELY_NOW as now, livelyState } from '../../support/livelyState.ts'

const state = livelyState()
const region = demoFacts.code
const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0)
const townCodes = [...new Set(demoBasis.grids.map(code => code.slice(0, 9)))]

describe('[I1] numbers that belong together add up', () => {
  it('[I1] today = the hours = the categories, and so does yesterday until the same time', () => {
    const hours = reportedByHour.measure(state, region, now, demoFacts)
    const categories = reportedByCategory.measure(state, region, now, demoFacts)
    expect(hours.todaySoFar).toBeGreaterThan(100)
    expect(sum(hours.today.map(each => each ?? 0))).toBe(hours.todaySoFar)
    expect(sum(categories.map(each => each.today))).toBe(hours.todaySoFar)
    expect(sum(categories.map(each => each.yesterday))).toBe(hours.yesterdaySameTime)
    expect(hours.yesterdaySameTime).toBeLessThan(sum(hours.yesterday))
  })

  it('[I1] the levels add up to the shares and to what is open', () => {
    const rows = settledByLevel.measure(state, region, now, demoFacts)
    const inGrid = settledInGridShare.measure(state, region, now, demoFacts).now
    const inCommunity = settledInCommunityShare.measure(state, region, now, demoFacts).now
    const open = openCounts(state, region, now)
    expect(sum(rows.map(each => each.closed))).toBe(inGrid.whole)
    expect(rows[0]!.closed).toBe(inGrid.part)
    expect(rows[0]!.closed + rows[1]!.closed).toBe(inCommunity.part)
    expect(rows[1]!.cumulative).toBe(inCommunity.share)
    expect(rows[3]!.cumulative).toBe(1)
    expect(sum(rows.map(each => each.open))).toBe(open.open)
    expect(sum(Object.values(open.bySeverity))).toBe(open.open)
    expect(sum(openByGrid(state, now).open)).toBe(open.open)
    expect(sum(openByGrid(state, now).overdue)).toBe(open.overdue)
    expect(onTimeClosureRate.measure(state, region, now, demoFacts).now.whole).toBe(inGrid.whole)
  })

  it('[I1] towns add up to the banner', () => {
    const cover = onDutyCover(state, region, now, demoFacts)
    const towns = coverByPart.measure(state, region, now, demoFacts)
    expect(cover.grids).toBe(147)
    expect(cover.covered + cover.noSignal + cover.absent).toBe(cover.expected)
    expect(cover.expected + cover.offRoster).toBe(147)
    expect(cover.absent + cover.offRoster).toBeGreaterThan(0)
    expect(cover.noSignal).toBeGreaterThan(0)
    expect(sum(towns.map(each => each.grids))).toBe(147)
    expect(sum(towns.map(each => each.covered))).toBe(cover.covered)
    expect(sum(towns.map(each => each.expected))).toBe(cover.expected)
    expect(towns.slice(0, 4).every(each => each.urban)).toBe(true)
    expect(sum(townCodes.map(code => openCounts(state, code, now).open))).toBe(openCounts(state, region, now).open)
    expect(sum(townCodes.map(code => reportedByHour.measure(state, code, now, demoFacts).todaySoFar))).toBe(reportedByHour.measure(state, region, now, demoFacts).todaySoFar)
  })
})

it('[I2] a share without a denominator is absent', () => {
  const nothing = emptyState(demoBasis)
  expect(settledInGridShare.measure(nothing, region, now, demoFacts)).toEqual({ now: { part: 0, whole: 0, share: undefined }, before: { part: 0, whole: 0, share: undefined } })
  expect(settledByLevel.measure(nothing, region, now, demoFacts).map(each => each.cumulative)).toEqual([undefined, undefined, undefined, undefined])
  expect(onDutyCover(nothing, region, now, demoFacts)).toEqual(expect.objectContaining({ grids: 147, covered: 0, noSignal: 0 }))
  expect(attentionList.measure(nothing, region, now, demoFacts)).toEqual([])
})

it('[I3] what depends on now moves with the clock alone', () => {
  const later = now + 3 * 3_600_000
  expect(openCounts(state, region, later).overdue).toBeGreaterThan(openCounts(state, region, now).overdue)
  expect(onDutyCover(state, region, later, demoFacts).noSignal).toBeGreaterThan(onDutyCover(state, region, now, demoFacts).noSignal)
  expect(sum(visitAge(state, later, demoFacts))).toBeGreaterThan(sum(visitAge(state, now, demoFacts)))
  expect(Math.max(...visitAge(state, now, demoFacts))).toBeLessThanOrEqual(NO_DATA)
})

describe('attentionList', () => {
  it('[I1] names a grid once, by its gravest reason, in the order of consequence and then of time', () => {
    const rows = attentionList.measure(state, region, now, demoFacts)
    expect(rows.length).toBeGreaterThan(10)
    expect(new Set(rows.map(each => each.grid)).size).toBe(rows.length)
    const ranks = rows.map(each => REASONS.indexOf(each.reason))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    const holes = rows.filter(each => each.reason === 'absent').map(each => each.clock.ms)
    expect(holes).toEqual([...holes].sort((a, b) => b - a))
  })

  it('[I3] turns what is left into what is over', () => {
    const [grave] = attentionList.measure(state, region, now, demoFacts).filter(each => each.clock.word === 'left')
    const after = attentionList.measure(state, region, now + grave!.clock.ms + 60_000, demoFacts).find(each => each.grid === grave!.grid)
    expect(after?.clock).toEqual({ word: 'over', ms: 60_000 })
  })
})

it('[I1] a grid’s card holds its own open matters, gravest first', () => {
  const grid = openByGrid(state, now).open.findIndex(count => count >= 2)
  const summary = gridSummary(state, demoBasis.grids[grid]!, now, demoFacts)!
  expect(summary.open.length).toBe(openByGrid(state, now).open[grid])
  expect(['I', 'II', 'III', 'IV'].indexOf(summary.open[0]!.severity) + 1).toBe(openByGrid(state, now).gravest[grid])
  expect(summary.households).toBe(demoFacts.grids[grid]!.properties.households)
  expect(gridSummary(state, '000000000000000', now, demoFacts)).toBeUndefined()
})

it('[I3] what just happened is newest first and bounded', () => {
  const { newest, lastHour } = justHappened.measure(state, region, now, demoFacts)
  expect(newest.length).toBe(20)
  expect(newest.map(each => each.at)).toEqual([...newest.map(each => each.at)].sort((a, b) => b - a))
  expect(lastHour).toBeGreaterThan(5)
  expect(justHappened.measure(state, '152921402', now, demoFacts).newest.every(each => each.grid.startsWith('152921402'))).toBe(true)
})
