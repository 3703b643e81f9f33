import type { Indicator } from '../Indicator.ts'
import type { LaneIncident } from './laneIncidents.ts'
import { isGrave } from '../../words/severity.ts'
import { laneIncidents } from './laneIncidents.ts'

/** I、II 级未结. Formula: open matters of severity I and II, of all in the lanes. Window: this moment. Source: stream `incident`, the data set's limits. */
export const gravest: Indicator<'gravest', LaneIncident[]> = {
  id: 'gravest',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure: laneIncidents.measure,
  figures: matters => [{ word: 'count', value: matters.filter(({ severity }) => isGrave(severity)).length }],
  list: { kind: 'incidents', filter: { of: 'grave' } },
}
