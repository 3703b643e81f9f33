import type { Basis } from '../../../shared/domain/basis.ts'
import type { WanggeEvent } from '../../../shared/state/event.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { onTimeClosureRate } from '../../../shared/indicators/rates/onTimeClosureRate.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { FOLD_VERSION } from '../../../shared/state/foldVersion.ts'
import { foldAll } from '../../support/foldAll.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'
import { demoFacts } from '../../support/demoFacts.ts'

/** The digests that each version of the fold gives the recorded log. When they move, add a version here; never change an old line. */
const GOLDEN: Record<string, Record<string, string>> = {
  1: {
    152921: '37177e62285fd722',
    152921102: '610b046943c82fb7',
    152921402: 'd60c79f9e497a76b',
    '152921402001003': '49648923c461f7a2',
  },
  // When a matter last went up a level became part of the state.
  2: {
    152921: 'e748058313c209fa',
    152921102: '3799240b8fec2d57',
    152921402: 'afaee17883d5dca3',
    '152921402001003': 'a0e998917787f360',
  },
  // What the desk and the engine decide about a matter became part of the state.
  3: {
    152921: '83557808e07f792d',
    152921102: '35206b32df0be458',
    152921402: '4e350cd6017394d5',
    '152921402001003': 'd0540a0a31ea9716',
  },
  // When a limit first passed, and which happening others must have seen, became part of it too.
  4: {
    152921: '6b6d66c41921fad7',
    152921102: '35206b32df0be458',
    152921402: '364cfb923a16167f',
    '152921402001003': 'b86bf8c66a8d18c0',
  },
  // How long things take, by local day, became part of it; and since when a matter has its severity and its level.
  5: {
    152921: 'e1bea135ed44ae9f',
    152921102: 'cf2684a46ffcef88',
    152921402: '12981c917d47bf17',
    '152921402001003': '730d1086d30219a3',
  },
  // A matter whose limit passed before it went up is not closed on time: its counters moved, these digests did not.
  6: {
    152921: 'e1bea135ed44ae9f',
    152921102: 'cf2684a46ffcef88',
    152921402: '12981c917d47bf17',
    '152921402001003': '730d1086d30219a3',
  },
  // Parked time and extensions of a limit in working time are working time; these logs hold none.
  7: {
    152921: 'e1bea135ed44ae9f',
    152921102: 'cf2684a46ffcef88',
    152921402: '12981c917d47bf17',
    '152921402001003': '730d1086d30219a3',
  },
  8: {
    152921: '671939a37ac23542',
    152921102: 'dc05be1367edac19',
    152921402: '8b137b9012d48929',
    '152921402001003': 'b71dfceb7e98090c',
  },
  // Entries stand for ids, every public field of a matter is covered, and of a worker the newest in each grid holds by the phone's time.
  9: {
    152921: '0b9290ccaaf34d0a',
    152921102: '880ccaa049ec0dc8',
    152921402: '8385c62c61073f42',
    '152921402001003': '473bbf3cb4635f05',
  },
  // Where a matter was before it was parked or merged, and what of its call was parked, became part of it; who went up has no holder.
  10: {
    152921: '00b53c3814909b24',
    152921102: 'd548b21a6a1911da',
    152921402: '2b6c8a1eaa77894a',
    '152921402001003': '1475fe43f32dbf5b',
  },
  // Each call for help became a thing of its own.
  11: {
    152921: 'dff7e2a1f85e3590',
    152921102: '6672680e987f2feb',
    152921402: '79857a935fdf05a5',
    '152921402001003': '762189730ba8ebad',
  },
}

/** The same for a log that holds whatever desk and engine may say of a matter, lawful or not. */
const GOLDEN_DESK: typeof GOLDEN = {
  5: {
    152921: '2a5268645c2ce7a7',
    152921102: 'ac3626f1d5110706',
    152921402: '7e1c4173871be0a1',
    '152921402001003': '46609411ae3ab95c',
  },
  6: {
    152921: '2a5268645c2ce7a7',
    152921102: 'ac3626f1d5110706',
    152921402: '7e1c4173871be0a1',
    '152921402001003': '46609411ae3ab95c',
  },
  7: {
    152921: '2a5268645c2ce7a7',
    152921102: 'ac3626f1d5110706',
    152921402: '7e1c4173871be0a1',
    '152921402001003': '46609411ae3ab95c',
  },
  8: {
    152921: '2a5268645c2ce7a7',
    152921102: 'ac3626f1d5110706',
    152921402: '7e1c4173871be0a1',
    '152921402001003': '46609411ae3ab95c',
  },
  9: {
    152921: '839144615afe632f',
    152921102: '76fe430d18e05195',
    152921402: '0c930154421e119a',
    '152921402001003': 'd3ffda90e37938f0',
  },
  10: {
    152921: 'e262231ca989b117',
    152921102: 'a1cb348296d41c65',
    152921402: '4096ee9a12b594b2',
    '152921402001003': '51d4ee606d36a886',
  },
  11: {
    152921: 'e262231ca989b117',
    152921102: 'a1cb348296d41c65',
    152921402: '4096ee9a12b594b2',
    '152921402001003': '51d4ee606d36a886',
  },
}

/** And for one of matters that were late at a lower level, parked over a night and extended by a day, with limits in working time. */
const GOLDEN_ON_TIME: typeof GOLDEN = {
  5: { 152921: '032714129cabbada' },
  6: { 152921: '5375383c24f0897d' },
  7: { 152921: 'c47b6980ef612eab' },
  8: { 152921: 'c47b6980ef612eab' },
  9: { 152921: 'bbe90c3cfa37e896' },
  10: { 152921: 'b87c915dc3f86d83' },
  11: { 152921: 'b87c915dc3f86d83' },
}

const inOffice: Basis = { ...tinyBasis, limits: tinyBasis.limits.map(limit => limit.severity === 'IV' && limit.clock === 'settle' ? { ...limit, limit: 'PT7H', time: 'working' } : limit) }

describe('the recorded log', () => {
  for (const [file, golden, basis] of [['log', GOLDEN, tinyBasis], ['desk', GOLDEN_DESK, tinyBasis], ['onTime', GOLDEN_ON_TIME, inOffice]] as const) {
    it(`[F10] ${file}: keeps its digests as long as the fold keeps its version`, () => {
      const state = foldAll(read(file), emptyState(basis))
      const expected = golden[FOLD_VERSION]!
      expect(Object.fromEntries(Object.keys(expected).map(region => [region, state.digest.of(region)]))).toEqual(expected)
    })
  }

  it('[F8] onTime: counts as on time what no limit passed, in working time where the limit is', () => {
    const state = foldAll(read('onTime'), emptyState(inOffice))
    const facts = [...state.incident.incidents.values()].map(({ id, onTime, extendedMs, parkedMs }) => [id, onTime, extendedMs / 3_600_000, parkedMs / 3_600_000])
    expect(facts).toEqual([['WG-1', false, 0, 0], ['WG-3', true, 7, 5], ['WG-4', false, 0.5, 0], ['WG-5', true, 0, 0], ['WG-6', undefined, 0, 0]])
    const now = Date.parse('2026-11-26T12:30:00+08:00')
    expect(onTimeClosureRate.measure(state, '152921', now, demoFacts)).toMatchObject({ now: { part: 2, whole: 3 }, before: { part: 0, whole: 2 } })
  })
})

function read(file: string): WanggeEvent[] {
  return readFileSync(new URL(`golden/${file}.ndjson`, import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line) as WanggeEvent)
}
