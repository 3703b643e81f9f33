import type { Indicator } from '../Indicator.ts'
import type { OpenMatters } from './openMatters.ts'
import { openMatters } from './openMatters.ts'

/**
 * 当前超期. Formula: open matters past their running limit / open matters. Window: this moment. Source: stream `incident`, the
 * data set's limits and calendar. What is open and not yet due counts in the whole; what is parked has no limit and is not overdue.
 */
export const overdueNow: Indicator<'overdueNow', OpenMatters> = {
  id: 'overdueNow',
  streams: ['incident'],
  window: 'now',
  due: 'pastOnly',
  measure: openMatters,
  figures: ({ overdue, open }) => [{ word: 'part', value: overdue }, { word: 'whole', value: open }],
  list: { kind: 'matters', filter: { of: 'overdue' } },
  whole: { kind: 'matters', filter: { of: 'open' } },
}
