import { expect, it } from 'vitest'
import { stalenessOf } from '../../../../client/picture/indicator/staleness.ts'

const NOW = 1_000_000
const CADENCE = 30_000

it.each([
  ['fresh', { entry: NOW - 1000, event: NOW - 2000 }, true],
  ['fresh', { entry: NOW - CADENCE, event: NOW - CADENCE }, true],
  ['quiet', { entry: NOW - 3000, event: NOW - CADENCE - 1 }, true],
  ['quiet', { entry: NOW - 3000, event: 0 }, true],
  ['late', { entry: NOW - CADENCE - 1, event: NOW - CADENCE - 1 }, true],
  ['never', { entry: 0, event: 0 }, true],
  ['unknown', { entry: NOW - 1000, event: NOW - 1000 }, false],
] as const)('[T2][T3] %s: %o, live %s', (staleness, heard, live) => {
  expect(stalenessOf(heard, CADENCE, NOW, live)).toBe(staleness)
})
