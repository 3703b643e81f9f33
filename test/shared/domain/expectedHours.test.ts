import type { District } from '../../../shared/domain/district/District.ts'
import type { Shift } from '../../../shared/domain/district/staffFile.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutyRules } from '../../../shared/domain/duty/dutyRules.ts'
import { expectedAt } from '../../../shared/domain/duty/expectedAt.ts'
import { expectedHours } from '../../../shared/domain/duty/expectedHours.ts'
import { expectedMs } from '../../../shared/domain/duty/expectedMs.ts'
import { isOnShift } from '../../../shared/domain/isOnShift.ts'

const GRID = '152921101001001'
const ZONE = 8 * 3_600_000
const MINUTE = 60_000
/** A Monday, 00:00 in the district. */
const MONDAY = Date.parse('2026-11-23T00:00:00+08:00')
const week = [1, 2, 3, 4, 5, 6, 7]

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const arbitraryShift: fc.Arbitrary<Shift> = fc.record({ days: fc.uniqueArray(fc.constantFrom(...week), { minLength: 1 }), from: clock, to: clock })

describe('expectedHours', () => {
  it('[I13] at any moment says what the shifts and the rests say', () => {
    fc.assert(fc.property(fc.array(fc.array(arbitraryShift, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.array(arbitraryShift, { maxLength: 2 }), fc.integer({ min: 0, max: 30 * 1440 }), (people, rest, minute) => {
      const at = MONDAY + minute * MINUTE
      const expected = expectedAt(hoursOf(people, rest), at, ZONE)
      expect(expected.isExpected).toBe(people.some(shifts => isOnShift(shifts, at, ZONE)) && !isOnShift(rest, at, ZONE))
      if (Number.isFinite(expected.until)) {
        expect(expectedAt(hoursOf(people, rest), expected.until, ZONE).isExpected).toBe(!expected.isExpected)
        expect(expectedAt(hoursOf(people, rest), expected.until - 1, ZONE).isExpected).toBe(expected.isExpected)
        expect(expectedAt(hoursOf(people, rest), expected.since, ZONE)).toEqual(expected)
      }
    }))
  })

  it('[I13] counts the time in which somebody was expected, minute by minute', () => {
    fc.assert(fc.property(fc.array(arbitraryShift, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 12_000 }), (shifts, from, length) => {
      const hours = hoursOf([shifts])
      const counted = Array.from({ length }, (_, minute) => expectedAt(hours, MONDAY + (from + minute) * MINUTE, ZONE).isExpected).filter(Boolean).length
      expect(expectedMs(hours, MONDAY + from * MINUTE, MONDAY + (from + length) * MINUTE, ZONE)).toBe(counted * MINUTE)
    }), { numRuns: 30 })
  })

  it('[I13] where a district gives no shift of anybody, each grid is expected always', () => {
    expect(expectedAt(hoursOf([]), MONDAY, ZONE)).toEqual({ isExpected: true, since: -Infinity, until: Infinity })
  })

  it('[A29] holds the union of a grid alone: who takes turns leaves no trace', () => {
    const early = { days: week, from: '07:00', to: '15:00' }
    const late = { days: week, from: '15:00', to: '22:00' }
    const odd = [1, 3, 5, 7]
    const even = [2, 4, 6]
    const turns = [[{ ...early, days: odd }, { ...late, days: even }], [{ ...early, days: even }, { ...late, days: odd }]]
    expect(hoursOf(turns)).toEqual(hoursOf([[{ days: week, from: '07:00', to: '22:00' }]]))
    expect(hoursOf(turns)).toHaveLength(7)
  })
})

function hoursOf(people: Shift[][], rest: Shift[] = []) {
  const staff = people.map((shifts, i) => ({ id: `S${i}`, name: 'x', post: 'gridWorker' as const, grid: GRID, shifts }))
  const grids = [{ properties: { code: GRID, kind: 'urban' } }] as District['grids']
  return expectedHours({ staff, grids, duty: dutyRules.parse({ rest }) })[GRID] ?? []
}
