import type { Indicator } from '../Indicator.ts'
import type { LevelRow } from './settledByLevel.ts'
import { settledByLevel } from './settledByLevel.ts'

/** 累计占比. Formula: matters closed at a level or below / matters closed. Window: the running hour and the 23 before it. Source: stream `incident`. */
export const cumulativeShare: Indicator<'cumulativeShare', LevelRow[]> = {
  id: 'cumulativeShare',
  streams: ['incident'],
  window: 'day',
  due: 'closedOnly',
  measure: settledByLevel.measure,
  figures: rows => [{ word: 'whole', value: rows.reduce((sum, { closed }) => sum + closed, 0) }],
  list: { kind: 'table', table: 'levels' },
}
