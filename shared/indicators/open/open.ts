import type { Indicator } from '../Indicator.ts'
import type { OpenMatters } from './openMatters.ts'
import { openMatters } from './openMatters.ts'

/** 未结. Formula: matters that have not come to an end. Window: this moment. Source: stream `incident`. */
export const open: Indicator<'open', OpenMatters> = {
  id: 'open',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure: openMatters,
  figures: figures => [{ word: 'count', value: figures.open }],
  list: { kind: 'matters', filter: { of: 'open' } },
}
