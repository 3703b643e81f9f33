import type { Indicator } from '../Indicator.ts'
import type { OpenCounts } from './openCounts.ts'
import { openCounts } from './openCounts.ts'

/**
 * 当前超期. Formula: open matters past their running limit / open matters. Window: this moment. Source: stream `incident`, the
 * data set's limits and calendar. What is open and not yet due counts in the whole; what is parked has no limit and is not overdue.
 */
export const overdueNow: Indicator<'overdueNow', OpenCounts> = {
  id: 'overdueNow',
  streams: ['incident'],
  window: 'now',
  due: 'pastOnly',
  measure: openCounts,
  figures: ({ overdue, open }) => [{ word: 'part', value: overdue }, { word: 'whole', value: open }],
  list: { kind: 'incidents', filter: { of: 'overdue' } },
  whole: { kind: 'incidents', filter: { of: 'open' } },
}
