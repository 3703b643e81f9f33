import { expect, it } from 'vitest'
import { hourMinute, hourMinuteSecond, localTime } from '../../../client/words/localTime.ts'

const ZONE = 8 * 3_600_000

it('is the district’s time, whatever the machine’s zone', () => {
  const at = Date.parse('2026-11-24T14:02:07+08:00')
  expect(localTime(at, ZONE)).toEqual({ year: 2026, month: 11, day: 24, weekday: 2, hour: 14, minute: 2, second: 7 })
  expect([hourMinute(at, ZONE), hourMinuteSecond(at, ZONE)]).toEqual(['14:02', '14:02:07'])
  expect(localTime(Date.parse('2026-11-29T23:59:59Z'), ZONE)).toMatchObject({ day: 30, weekday: 1, hour: 7 })
  expect(localTime(Date.parse('2026-11-29T15:59:59Z'), ZONE)).toMatchObject({ day: 29, weekday: 7, hour: 23 })
})
