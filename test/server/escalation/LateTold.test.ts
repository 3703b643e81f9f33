import { expect, it } from 'vitest'
import { LateTold } from '../../../server/escalation/LateTold.ts'

const NOW = Date.UTC(2026, 10, 24, 4)
const HOUR = 3_600_000
const told = (reached: number, happened: number) => ({ entry: `${reached}-0`, time: new Date(happened).toISOString() })

it('[X9] many events of long ago within seconds are a past that is being told, and it is waited for', () => {
  const late = new LateTold()
  for (let i = 0; i < 19; i++)
    late.note(told(NOW + i * 100, NOW - HOUR), NOW + HOUR)
  expect(late.until).toBe(-Infinity)
  late.note(told(NOW + 2000, NOW - HOUR), NOW + HOUR)
  expect(late.until).toBe(NOW + 10_000)
  late.note(told(NOW + 3000, NOW - HOUR), NOW + HOUR)
  expect(late.until).toBe(NOW + 100 + 10_000)
})

it('[X9] what is told in time, or late now and then, holds nobody up', () => {
  const late = new LateTold()
  for (let i = 0; i < 200; i++)
    late.note(told(NOW + i * 10, NOW + i * 10 - 60_000), NOW + HOUR)
  for (let i = 0; i < 40; i++)
    late.note(told(NOW + i * 60_000, NOW - HOUR), NOW + HOUR)
  expect(late.until).toBeLessThan(NOW + 40 * 60_000)
})

it('[X24] in a log that lies days ahead, what is told in time is not late', () => {
  const late = new LateTold()
  for (let i = 0; i < 200; i++)
    late.note(told(NOW + 48 * HOUR + i, NOW + i * 10), NOW + i * 10)
  expect(late.until).toBe(-Infinity)
})

it('[X9] a flood without an end holds nobody up for longer than ten minutes', () => {
  const late = new LateTold()
  for (let i = 0; i < 3000; i++)
    late.note(told(NOW + i * 400, NOW - HOUR), NOW + HOUR)
  expect(late.until).toBe(NOW + 600_000)
})
