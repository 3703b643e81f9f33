import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quickEpoch } from '../../../shared/words/quickEpoch.ts'
import { epochOf } from '../../../shared/words/time.ts'

const digits = (length: number, max: number) => fc.integer({ min: 0, max }).map(n => String(n).padStart(length, '0'))
const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

const written = fc.tuple(digits(4, 9999), digits(2, 13), digits(2, 32), digits(2, 25), digits(2, 61), digits(2, 61), fc.option(digits(1, 9_999_999)), fc.oneof(fc.constant('Z'), fc.tuple(fc.constantFrom('+', '-'), digits(2, 25), digits(2, 61)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`)))
  .map(([year, month, day, hour, minute, second, fraction, zone]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction === null ? '' : `.${fraction}`}${zone}`)

it('answers what Date.parse answers, or nothing', () => {
  fc.assert(fc.property(written, (text) => {
    expect([text, quickEpoch(text) ?? Date.parse(text)]).toEqual([text, Date.parse(text)])
  }), { numRuns: 5000 })
})

it('reads every time as it is usually written', () => {
  fc.assert(fc.property(fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }), fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
    const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')}:${String(Math.abs(offset) % 60).padStart(2, '0')}`
    const leapDay = local.slice(5, 10) === '02-29'
    expect(quickEpoch(local + zone)).toBe(leapDay ? undefined : date.getTime())
  }))
})

it('answers nothing to what is no time', () => {
  fc.assert(fc.property(written, fc.nat(30), fc.constantFrom('', 'x', ' ', '-', '0', 'Z'), (text, at, other) => {
    const odd = text.slice(0, at) + other + text.slice(at + 1)
    if (quickEpoch(odd) !== undefined)
      expect(odd).toMatch(PATTERN)
    expect(epochOf(odd)).toBe(/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/.test(odd) ? Date.parse(odd) : Number.NaN)
  }), { numRuns: 3000 })
})
