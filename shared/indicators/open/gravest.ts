import type { Indicator } from '../Indicator.ts'
import type { LaneMatter } from './laneMatters.ts'
import { isGrave } from '../../words/severity.ts'
import { laneMatters } from './laneMatters.ts'

/** I、II 级未结. Formula: open matters of severity I and II, of all in the lanes. Window: this moment. Source: stream `incident`, the data set's limits. */
export const gravest: Indicator<'gravest', LaneMatter[]> = {
  id: 'gravest',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure: laneMatters.measure,
  figures: matters => [{ word: 'count', value: matters.filter(({ severity }) => isGrave(severity)).length }],
  list: { kind: 'matters', filter: { of: 'grave' } },
}
