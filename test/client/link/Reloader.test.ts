import { expect, it } from 'vitest'
import { LOOPS } from '../../../client/base/loops.ts'
import { Reloader } from '../../../client/link/Reloader.ts'
import { FakeTimers } from '../../support/FakeTimers.ts'

function pages() {
  const memory = new Map<string, string>()
  const timers = new FakeTimers()
  const storage = { getItem: (key: string) => memory.get(key) ?? null, setItem: (key: string, value: string) => void memory.set(key, value) }
  return { timers, memory, page: () => new Reloader(storage, () => {}, timers, () => 1) }
}

it('[K5] remembers beyond the reload how often and why, and waits longer each time', () => {
  const { page, timers } = pages()
  const waits: number[] = []
  for (let round = 0; round < 10; round++) {
    waits.push(page().next().waitMs)
    page().reload('other-fold')
    timers.advance(1000)
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 120_000, 120_000, 120_000])
  expect(page().reason()).toBe('other-fold')
  timers.advance(600_000)
  expect(page().next()).toEqual({ round: 1, waitMs: LOOPS.reload.firstMs })
})

it('[K2] a storage that is full, forbidden or spoilt still lets the page be loaded anew', () => {
  let loads = 0
  const full = new Reloader({ getItem: () => '{"round":"many"}', setItem: () => { throw new Error('full') } }, () => loads++, new FakeTimers(), () => 1)
  full.reload('other-fold')
  expect([loads, full.next().round, full.reason()]).toEqual([1, 1, undefined])
})

it('[K5][K2] what cannot be loaded anew now is tried again later, in one loop', () => {
  const timers = new FakeTimers()
  let loads = 0
  const memory = new Map<string, string>()
  const reloader = new Reloader({ getItem: key => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value) }, () => loads++, timers, () => 1)
  reloader.later('other-build')
  reloader.later('other-build')
  expect(timers.pending).toBe(1)
  timers.advance(1000)
  expect(loads).toBe(1)
  timers.advance(600_000)
  expect(loads).toBeGreaterThan(6)
  expect(loads).toBeLessThan(13)
  expect(timers.pending).toBe(1)
})
