import type { Indicator } from '../Indicator.ts'
import type { OpenCounts } from './openCounts.ts'
import { openCounts } from './openCounts.ts'

/** 未结. Formula: matters that have not come to an end. Window: this moment. Source: stream `incident`. */
export const open: Indicator<'open', OpenCounts> = {
  id: 'open',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure: openCounts,
  figures: figures => [{ word: 'count', value: figures.open }],
  list: { kind: 'incidents', filter: { of: 'open' } },
}
