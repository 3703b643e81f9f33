import type { Indicator } from '../Indicator.ts'
import type { LevelRow } from './settledByLevel.ts'
import { settledByLevel } from './settledByLevel.ts'

/** 上行. Formula: how often a matter was escalated to a level. Window: the running hour and the 23 before it. Source: stream `incident`. */
export const movedUp: Indicator<'movedUp', LevelRow[]> = {
  id: 'movedUp',
  streams: ['incident'],
  window: 'day',
  due: 'counted',
  measure: settledByLevel.measure,
  figures: rows => [{ word: 'sum', value: rows.reduce((sum, row) => sum + row.movedUp, 0) }],
  list: { kind: 'table', table: 'levels' },
}
