import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../shared/indicators/Indicator.ts'
import type { WanggeEvent } from '../../../shared/state/event.ts'
import { coverByGrid } from '../../../shared/indicators/cover/onDutyCover.ts'
import { gridsWithin } from '../../../shared/indicators/cover/gridsWithin.ts'
import { attentionList } from '../../../shared/indicators/grid/attentionList.ts'
import { gravestNow } from '../../../shared/indicators/grid/gravestNow.ts'
import { INDICATORS } from '../../../shared/indicators/indicators.ts'
import { incidentsBehind } from '../../../shared/indicators/open/incidentsBehind.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { fold } from '../../../shared/state/fold.ts'
import { entryMs } from '../../../shared/words/entryId.ts'
import { indicatorRows } from '../../../server/http/indicatorRows.ts'
import { arbitraryLog } from '../../support/arbitraryEvents.ts'
import { demoFacts } from '../../support/demoFacts.ts'
import { foldAll } from '../../support/foldAll.ts'
import { incidentEvent } from '../../support/incidentEvent.ts'
import { LIVELY_NOW, livelyState } from '../../support/livelyState.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const REGION = demoFacts.code
const ALL = Object.values<Indicator<string, unknown>>(INDICATORS)

/** What arbitrary logs seldom hold. */
const RARE = [
  incidentEvent('reported', 0, { subcategory: 'water' }),
  incidentEvent('reported', 1, { subcategory: 'water' }, { subject: 'WG-2' }),
  incidentEvent('accepted', 1),
  incidentEvent('dispatched', 2, { unit: '城管' }),
  incidentEvent('returned', 3, { reason: 'not-ours', unit: '城管' }),
  incidentEvent('accepted', 3),
  incidentEvent('dispatched', 4, { unit: '水务' }),
  incidentEvent('acknowledged', 5),
  incidentEvent('handling', 6),
  incidentEvent('feedback', 7),
  incidentEvent('rework', 8, { reason: 'not-done' }),
  incidentEvent('escalated', 9, { to: 'community', reason: 'ordered' }),
  incidentEvent('sent-down', 10, { to: 'grid', reason: 'ordered' }),
]

describe('the list of indicators', () => {
  it('[I8] each stands under its own id', () => {
    expect(ALL.map(({ id }) => id)).toEqual(Object.keys(INDICATORS))
  })

  it('[I9] an event of a stream that it does not name never moves it, nor one that counts nothing what reads counters alone', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      for (const { moved, by, touchedHours } of movesOf(log)) {
        expect([moved.id, moved.streams]).toEqual([moved.id, expect.arrayContaining([by])])
        expect([moved.id, moved.hours === true && !touchedHours]).toEqual([moved.id, false])
      }
    }), { numRuns: 15 })
  })

  it('[I9] each stream that it names moves it', () => {
    const seen = new Set([RARE, ...fc.sample(arbitraryLog, { numRuns: 40, seed: 9 })].flatMap(log => [...movesOf(log)].map(({ moved, by }) => `${moved.id} by ${by}`)))
    expect(ALL.flatMap(({ id, streams }) => streams.map(stream => `${id} by ${stream}`)).filter(each => !seen.has(each))).toEqual([])
  })

  it('[I8] its parts are those of its row, and nothing it answers is the state’s own', () => {
    const state = livelyState()
    const rows = new Map(indicatorRows(state, REGION, LIVELY_NOW, demoFacts).map(row => [row.id, row]))
    expect([...rows.keys()]).toEqual(Object.keys(INDICATORS))
    for (const indicator of ALL) {
      const value = indicator.measure(state, REGION, LIVELY_NOW, demoFacts)
      const { id, streams, window, due } = indicator
      expect(rows.get(id)).toEqual({ id, streams, window, due, figures: indicator.figures?.(value) ?? [] })
      expect(() => structuredClone(value)).not.toThrow()
    }
  })

  it('[I4] the parts of a number are as many as are listed behind them', () => {
    compareLists(livelyState(), LIVELY_NOW)
  })

  it('[I4] and in any history, where nothing came late, twice or under another name', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const plain = log.filter(({ type }) => !['incident.reclassified', 'incident.reopened'].includes(type)).map(inTime)
      compareLists(foldAll(plain, emptyState(tinyBasis)), entryMs(plain.at(-1)?.entry ?? '0-0'))
    }), { numRuns: 40 })
  })

  it('[I1] the gravest now is the first that needs attention, where that is a call for help or a matter of severity I', () => {
    fc.assert(fc.property(arbitraryLog, fc.nat(3_600_000), (log, later) => {
      const now = entryMs(log.at(-1)?.entry ?? '0-0') + later
      const state = foldAll(log, emptyState(tinyBasis))
      const [first] = attentionList.measure(state, REGION, now, demoFacts)
      expect(gravestNow.measure(state, REGION, now, demoFacts).gravest).toEqual(first?.reason === 'sos' || first?.reason === 'incident-I' ? first : undefined)
    }), { numRuns: 60 })
  })
})

/** Which indicators each event of a log moves, as of the moment of the event; of one measure each. */
function* movesOf(log: readonly WanggeEvent[]): Generator<{ moved: Indicator<string, unknown>; by: string; touchedHours: boolean }> {
  const state = emptyState(tinyBasis)
  for (const event of log) {
    const now = entryMs(event.entry)
    const valuesOf = () => new Map([...new Set(ALL.map(({ measure }) => measure))].map(measure => [measure, measure(state, REGION, now, demoFacts)]))
    const before = valuesOf()
    const folded = fold(state, event)
    if (folded.outcome !== 'applied')
      continue
    const after = valuesOf()
    for (const indicator of ALL) {
      if (!isDeepStrictEqual(before.get(indicator.measure), after.get(indicator.measure)))
        yield { moved: indicator, by: event.stream, touchedHours: folded.touched.hours }
    }
  }
}

/** Part, count and whole against the rows of the lists that they name. */
function compareLists(state: ReturnType<typeof emptyState>, now: number): void {
  for (const { id, list, whole, measure, ...indicator } of ALL) {
    const figures = indicator.figures?.(measure(state, REGION, now, demoFacts)) ?? []
    const valueOf = (...words: string[]) => figures.find(({ word }) => words.includes(word))?.value
    if (list?.kind === 'incidents')
      expect([id, incidentsBehind(state, REGION, now, demoFacts, list.filter).rows.length]).toEqual([id, valueOf('part', 'count')])
    if (whole?.kind === 'incidents')
      expect([id, 'whole', incidentsBehind(state, REGION, now, demoFacts, whole.filter).rows.length]).toEqual([id, 'whole', valueOf('whole')])
    if (list?.kind === 'grids')
      expect([id, gridsWithin(state, REGION).filter(grid => coverByGrid(state, now, demoFacts)[grid]!.cover === list.cover).length]).toEqual([id, valueOf('count')])
  }
}

/** In time, and no two in the same millisecond: what went up and down in one cannot be told apart. */
function inTime(event: WanggeEvent, i: number): WanggeEvent {
  const at = entryMs(event.entry) + i
  return { ...event, entry: `${at}-0`, time: new Date(at).toISOString() }
}
