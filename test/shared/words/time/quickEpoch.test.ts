import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quickEpoch } from '../../../../shared/words/time/quickEpoch.ts'
import { epochOf } from '../../../../shared/words/time/time.ts'

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
    const lawful = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/.test(odd) && isOfCalendar(odd)
    expect(epochOf(odd)).toBe(lawful ? Date.parse(odd) : Number.NaN)
  }), { numRuns: 3000 })
})

it.each(['2026-02-29T00:00:00Z', '2026-02-30T00:00:00Z', '2026-04-31T12:00:00+08:00', '1900-02-29T00:00:00Z'])('[W23] %s is no day of any calendar', (text) => {
  expect(epochOf(text)).toBe(Number.NaN)
})

it.each(['2024-02-29T00:00:00Z', '2000-02-29T00:00:00Z', '0000-02-29T00:00:00Z', '2026-12-31T23:59:59Z'])('[W23] %s is one', (text) => {
  expect(epochOf(text)).toBe(Date.parse(text))
})

/** By the days that a month has, counted apart from what is tested. */
function isOfCalendar(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? leap ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
