import { expect, it } from 'vitest'
import { readOptions } from '../../../server/simulator/options.ts'

it('has defaults for everything', () => {
  expect(readOptions([])).toEqual({ rate: 6, seed: 7, speed: 1, scenario: 'day', district: 'server/district/demo/data' })
})

it('reads the whole command line', () => {
  expect(readOptions(['--rate', '100', '--seed', '9', '--speed', '60', '--scenario', 'storm', '--redis', 'redis://:x@127.0.0.1:7000/2', '--backfill', 'PT24H', '--state', 's.json', '--until', '2026-11-24T18:00:00+08:00', '--count', '5']))
    .toMatchObject({ rate: 100, seed: 9, speed: 60, scenario: 'storm', backfill: 86_400_000, until: Date.parse('2026-11-24T10:00:00Z'), count: 5 })
})

it.each([
  [['--rate', 'fast'], '--rate fast is not possible; give a number from 0.1 to 10000.'],
  [['--rate', '0'], '--rate 0 is not possible; give a number from 0.1 to 10000.'],
  [['--scenario', 'flood'], '--scenario flood is not possible; give one of day, quiet, storm.'],
  [['--url', 'localhost:8080'], '--url localhost:8080 is not possible; give an address such as http://127.0.0.1:8080.'],
  [['--backfill', '2 days'], '--backfill 2 days is not possible; give an ISO 8601 duration such as PT30M, P3D or PT5S (no months or years).'],
  [['--url', 'http://a', '--redis', 'redis://a'], 'Both --url and --redis are given; choose one of them.'],
])('answers %j with one sentence', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence)
})

it('names the options that exist when one does not', () => {
  expect(() => readOptions(['--rat', '5'])).toThrow(/Unknown option '--rat'.*; allowed are --rate --seed/)
})
