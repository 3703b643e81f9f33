import { expect, it } from 'vitest'
import { EventRate } from '../../../server/ingest/EventRate.ts'
import { ManualClock } from '../../support/ManualClock.ts'

it('[W6] counts events, not requests, client by client', () => {
  const clock = new ManualClock()
  const rate = new EventRate(100, clock)
  expect(rate.secondsToWait('a')).toBe(0)
  rate.spend('a', 350)
  expect(rate.secondsToWait('a')).toBe(2)
  expect(rate.secondsToWait('b')).toBe(0)
  clock.advance(1000)
  expect(rate.secondsToWait('a')).toBe(1)
  clock.advance(600)
  expect(rate.secondsToWait('a')).toBe(0)
})
