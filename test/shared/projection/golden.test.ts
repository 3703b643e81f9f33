import type { WanggeEvent } from '../../../shared/events/event.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FOLD_VERSION } from '../../../shared/projection/foldVersion.ts'
import { foldAll } from '../../support/foldAll.ts'

/** The digests that each version of the fold gives the recorded log. When they move, add a version here; never change an old line. */
const GOLDEN: Record<string, Record<string, string>> = {
  1: {
    152921: '37177e62285fd722',
    152921102: '610b046943c82fb7',
    152921402: 'd60c79f9e497a76b',
    '152921402001003': '49648923c461f7a2',
  },
}

describe('the recorded log', () => {
  it('[F10] keeps its digests as long as the fold keeps its version', () => {
    const log = readFileSync(new URL('golden/log.ndjson', import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line) as WanggeEvent)
    const state = foldAll(log)
    const expected = GOLDEN[FOLD_VERSION]!
    expect(Object.fromEntries(Object.keys(expected).map(region => [region, state.digest.of(region)]))).toEqual(expected)
  })
})
