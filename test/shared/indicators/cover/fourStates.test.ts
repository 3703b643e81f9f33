import type { WanggeEvent } from '../../../../shared/state/event.ts'
import { describe, expect, it } from 'vitest'
import { absent } from '../../../../shared/indicators/cover/absent.ts'
import { coverByPart } from '../../../../shared/indicators/cover/coverByPart.ts'
import { offRoster } from '../../../../shared/indicators/cover/offRoster.ts'
import { onDuty } from '../../../../shared/indicators/cover/onDuty.ts'
import { coverByGrid, onDutyCover } from '../../../../shared/indicators/cover/onDutyCover.ts'
import { visitAge } from '../../../../shared/indicators/cover/visitAge.ts'
import { attentionList } from '../../../../shared/indicators/grid/attentionList.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { demoBasis, demoFacts } from '../../../support/demoFacts.ts'
import { foldAll } from '../../../support/foldAll.ts'

const GRID = demoBasis.grids[0]!
const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00+08:00`)
/** Tuesday from eight to eight, in this grid alone. */
const facts = { ...demoFacts, expected: { [GRID]: [[1440 + 480, 1440 + 1200] as const] } }

describe('the four states of duty', () => {
  it.each([
    ['before the shift nobody is expected', [], '07:59', 'off-roster'],
    ['within the grace it is what it was', [['on', '06:00'], ['off', '06:30']], '08:14', 'off-roster'],
    ['after the grace it is absent', [['on', '06:00'], ['off', '06:30']], '08:15', 'absent'],
    ['who comes covers it', [['on', '08:20']], '08:30', 'covered'],
    ['who is not heard for an hour gives no signal', [['on', '08:20']], '09:21', 'no-signal'],
    ['who leaves has a quarter of an hour to be relieved', [['on', '08:00'], ['off', '09:00']], '09:14', 'covered'],
    ['who is not relieved leaves it absent', [['on', '08:00'], ['off', '09:00']], '09:15', 'absent'],
    ['who stays is there, off the roster too', [['on', '19:30']], '20:10', 'covered'],
    ['who forgot to go off is not missing', [['on', '19:30']], '21:00', 'off-roster'],
  ] as const)('[I13] %s', (_, told, now, cover) => {
    expect(coverByGrid(stateOf(told), at(now), facts)[0]).toMatchObject({ cover })
  })

  it('[I13] absent since the shift began, and until when is told', () => {
    expect(coverByGrid(stateOf([['on', '06:00'], ['off', '06:30']]), at('09:00'), facts)[0]).toEqual({ cover: 'absent', since: at('08:00'), until: at('20:00') })
    expect(coverByGrid(stateOf([]), at('07:00'), facts)[0]).toMatchObject({ cover: 'off-roster', until: at('08:00') })
  })

  it('[I14] a share of duty is of the expected, and planned absence needs no attention', () => {
    const state = stateOf([['on', '06:00'], ['off', '06:30']])
    const region = demoFacts.code
    expect(onDutyCover(state, region, at('09:00'), facts)).toEqual({ grids: 147, expected: 1, covered: 0, noSignal: 0, absent: 1, offRoster: 146 })
    for (const indicator of [onDuty, absent])
      expect(indicator.figures!(onDutyCover(state, region, at('09:00'), facts)).at(-1)).toEqual({ word: 'expected', value: 1 })
    expect(offRoster.figures!(onDutyCover(state, region, at('09:00'), facts))[0]).toEqual({ word: 'count', value: 146 })
    expect(coverByPart.measure(state, region, at('09:00'), facts).reduce((sum, { expected }) => sum + expected, 0)).toBe(1)
    expect(attentionList.measure(state, region, at('09:00'), facts).map(({ grid, reason }) => [grid, reason])).toEqual([[GRID, 'absent']])
    expect(attentionList.measure(state, region, at('22:00'), facts)).toEqual([])
  })

  it('[I13] a short visit interval rests off the roster', () => {
    const visited = foldAll([{ stream: 'patrol', type: 'patrol.entered-grid', subject: 'S1', entry: `${at('19:50')}-9`, id: 'v', source: 'test', time: new Date(at('19:50')).toISOString(), data: { grid: GRID } }], emptyState(demoBasis))
    expect(visitAge(visited, at('23:55'), facts)[0]).toBe(0)
    expect(visitAge(visited, at('23:55'), { ...facts, duty: { ...facts.duty, visitsRest: false } })[0]).toBe(4)
  })
})

function stateOf(told: readonly (readonly ['on' | 'off', string])[]) {
  return foldAll(told.map(([what, clock], i) => ({
    stream: 'grid-status', type: `grid-status.duty.${what}`, subject: GRID, entry: `${at(clock)}-${i}`, id: `d${i}`, source: 'test', time: new Date(at(clock)).toISOString(), data: { worker: 'S1', ...(what === 'on' && { post: 'gridWorker' }) },
  } as WanggeEvent)), emptyState(demoBasis))
}
