import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOnShift } from '../../../shared/domain/isOnShift.ts'
import { addWorkingTime, workingDays, workingTimeBetween } from '../../../shared/domain/workingTime.ts'
import { zoneOffsetMs } from '../../../shared/domain/zoneOffsetMs.ts'
import { durationMs } from '../../../shared/words/time/durationMs.ts'
import { duration, instant } from '../../../shared/words/time/timeSchemas.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'
import { hourOf, hourStart } from '../../../shared/words/time/hour.ts'
import { isoWeekday } from '../../../shared/words/time/isoWeekday.ts'
import { minutesOfDay } from '../../../shared/words/time/minutesOfDay.ts'
import { levelOf, regionAt, regionChain } from '../../../shared/words/regionCode.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const SHANGHAI = 8 * 3_600_000
const local = (text: string) => Date.parse(`${text}+08:00`)

describe('words', () => {
  it('durations and instants are read, and others refused', () => {
    expect(['PT30M', 'P3D', 'PT5S', 'PT0.5S', 'P1W', 'P1DT2H'].map(text => durationMs(text))).toEqual([1_800_000, 259_200_000, 5000, 500, 604_800_000, 93_600_000])
    expect(['P', 'PT', 'P1M', 'P1Y', '30m', '-PT1H'].filter(text => duration.safeParse(text).success)).toEqual([])
    expect(['2026-11-24T14:32:07', '2026-13-01T00:00:00Z', '24.11.2026'].filter(text => instant.safeParse(text).success)).toEqual([])
  })

  it('entry ids are ordered by time, then serial, whatever their length', () => {
    const sorted = ['5-0', '5-10', '10-2', '1732432432000-0', '1732432432000-9', '1732432432000-10']
    expect([...sorted].reverse().sort(compareEntryIds)).toEqual(sorted)
  })

  it('[F4] a local hour begins on the hour of the zone', () => {
    const at = local('2026-11-24T00:59:59')
    expect(hourStart(hourOf(at, SHANGHAI), SHANGHAI)).toBe(local('2026-11-24T00:00:00'))
    expect(zoneOffsetMs('Asia/Shanghai')).toBe(SHANGHAI)
  })

  it('a region nests by prefix', () => {
    expect(regionChain('152921402001001')).toEqual(['152921', '152921402', '152921402001', '152921402001001'])
  })

  it('the region of a level holds it, and its digits say its level', () => {
    const [banner, town, community, grid] = regionChain('152921402001001') as [string, string, string, string]
    expect((['banner', 'town', 'community', 'grid'] as const).map(level => regionAt(grid, level))).toEqual([banner, town, community, grid])
    expect(regionAt(town, 'community')).toBe(town)
    expect([banner, town, community, grid, '1529', ''].map(levelOf)).toEqual(['banner', 'town', 'community', 'grid', undefined, undefined])
  })

  it('a clock time is minutes since midnight, and a day knows its weekday', () => {
    expect(['00:00', '08:30', '23:59', '24:00'].map(minutesOfDay)).toEqual([0, 510, 1439, 1440])
    expect(['1970-01-01', '2026-11-24', '2026-11-29', '2026-11-30'].map(day => isoWeekday(Date.parse(day) / 86_400_000))).toEqual([4, 2, 7, 1])
  })

  it('[F8] working time skips nights, week-ends and holidays, and counts make-up days', () => {
    const calendar = { ...tinyBasis.calendar, holidays: ['2026-11-25'], makeUpDays: ['2026-11-28'] }
    const add = (from: string, hours: number) => addWorkingTime(local(from), hours * 3_600_000, calendar, SHANGHAI)
    expect(add('2026-11-24T11:00:00', 2)).toBe(local('2026-11-24T15:30:00'))
    expect(add('2026-11-24T17:00:00', 2)).toBe(local('2026-11-26T09:30:00'))
    expect(add('2026-11-27T17:00:00', 2)).toBe(local('2026-11-28T09:30:00'))
    expect(add('2026-11-28T17:00:00', 2)).toBe(local('2026-11-30T09:30:00'))
  })

  it('[F8] property: the working time up to where some of it has passed is that much, and none lies outside', () => {
    const calendar = { ...tinyBasis.calendar, holidays: ['2026-11-25'], makeUpDays: ['2026-11-28'] }
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 * 24 * 60 }), fc.integer({ min: 1, max: 80 * 60 }), (late, minutes) => {
      const from = local('2026-11-23T00:00:00') + late * 60_000
      const to = addWorkingTime(from, minutes * 60_000, calendar, SHANGHAI)
      expect(workingTimeBetween(from, to, calendar, SHANGHAI)).toBe(minutes * 60_000)
      expect(workingTimeBetween(to, from, calendar, SHANGHAI)).toBe(0)
    }))
    expect(workingTimeBetween(local('2026-11-24T18:00:00'), local('2026-11-26T08:30:00'), calendar, SHANGHAI)).toBe(0)
    expect(workingDays(calendar)).toEqual({ dayMs: 7 * 3_600_000, weekDays: 5 })
  })

  it('[A5] a shift past midnight belongs to the day it began', () => {
    const night = [{ days: [1], from: '20:00', to: '08:00' }]
    expect(['2026-11-23T19:59:00', '2026-11-23T20:00:00', '2026-11-24T07:59:00', '2026-11-24T08:00:00', '2026-11-24T21:00:00'].map(text => isOnShift(night, local(text), SHANGHAI)))
      .toEqual([false, true, true, false, false])
  })
})
