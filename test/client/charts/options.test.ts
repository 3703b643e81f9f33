import { describe, expect, it } from 'vitest'
import { byCategoryOption } from '../../../client/charts/byCategory/byCategoryOption.ts'
import { roundMax } from '../../../client/charts/chartBase.ts'
import { coverByPartOption, placeOf } from '../../../client/charts/coverByPart/coverByPartOption.ts'
import { difference } from '../../../client/charts/difference.ts'
import { isLabelled, reportedByHourOption } from '../../../client/charts/reportedByHour/reportedByHourOption.ts'
import { settledByLevelOption } from '../../../client/charts/settledByLevel/settledByLevelOption.ts'
import { coverByPart } from '../../../shared/indicators/cover/coverByPart.ts'
import { reportedByCategory } from '../../../shared/indicators/rates/reportedByCategory.ts'
import { reportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { demoFacts } from '../../support/demoFacts.ts'
import { LIVELY_NOW as now, livelyState } from '../../support/livelyState.ts'
import { testTheme } from '../../support/testTheme.ts'

const state = livelyState()
const region = demoFacts.code
type Series = { id: string; data: unknown[] }[]

describe('options', () => {
  const options = {
    reportedByHour: reportedByHourOption(reportedByHour.measure(state, region, now, demoFacts), testTheme, { yesterday: '昨日', hour: hour => `${hour}时` }),
    byCategory: byCategoryOption(reportedByCategory.measure(state, region, now, demoFacts), testTheme, { category: key => key, width: 80 }),
    settledByLevel: settledByLevelOption(settledByLevel.measure(state, region, now, demoFacts), testTheme, { level: { grid: '网格', community: '社区嘎查', town: '苏木镇街', banner: '旗' }, movedUp: String, percent: String, width: 84 }),
    coverByPart: coverByPartOption(coverByPart.measure(state, region, now, demoFacts), testTheme, { offRoster: 'off', part: key => key, width: { wide: 60, other: 100 } }),
  }

  it.each(Object.entries(options))('[I1] %s: series have ids of their own, nothing moves by itself', (_, option) => {
    const ids = (option.series as Series).map(({ id }) => id)
    expect(ids.every(Boolean)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(option.animation).toBe(false)
    expect(option).not.toHaveProperty('legend')
    expect(option).not.toHaveProperty('title')
  })

  it('[I1] hours to come are gaps and not zeros; the running hour is hollow', () => {
    const today = (options.reportedByHour.series as Series)[0]!.data
    expect(today[23]).toBeNull()
    expect(today[14]).toMatchObject({ itemStyle: { color: testTheme.accDeep, borderColor: testTheme.acc } })
    expect(today.length).toBe(24)
  })
})

it('labels every sixth hour and the running one, and lets neighbours give way', () => {
  const labelled = (running: number) => Array.from({ length: 24 }, (_, hour) => hour).filter(hour => isLabelled(hour, running))
  expect(labelled(14)).toEqual([0, 6, 14, 18])
  expect(labelled(12)).toEqual([0, 6, 12, 18])
  expect(labelled(1)).toEqual([1, 6, 12, 18])
})

it('writes differences with their proper sign', () => {
  expect([17, -3, 0].map(difference)).toEqual(['+17', '−3', '±0'])
})

it.each([[0, 4], [3, 4], [5, 6], [9, 10], [11, 20], [23, 30], [28, 30], [37, 40], [41, 60], [100, 100], [101, 200]])('%i goes under %i', (count, round) => {
  expect(roundMax(count)).toBe(round)
})

it('gives subdistricts a line and the other towns half of one', () => {
  const towns = coverByPart.measure(state, region, now, demoFacts)
  expect(placeOf(towns, 3, false)).toEqual({ line: 3, column: 0, columns: 1 })
  expect(placeOf(towns, 4, false)).toEqual({ line: 4, column: 0, columns: 2 })
  expect(placeOf(towns, 5, false)).toEqual({ line: 4, column: 1, columns: 2 })
})

it('has twice as many towns in a line where it is spacious', () => {
  const towns = coverByPart.measure(state, region, now, demoFacts)
  expect(placeOf(towns, 3, true)).toEqual({ line: 1, column: 1, columns: 2 })
  expect(placeOf(towns, 4, true)).toEqual({ line: 2, column: 0, columns: 4 })
  expect(placeOf(towns, 9, true)).toEqual({ line: 3, column: 1, columns: 4 })
})
