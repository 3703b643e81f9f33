import type { Indicator } from '../Indicator.ts'
import type { ReportedByHour } from './reportedByHour.ts'
import { reportedByHour } from './reportedByHour.ts'

/**
 * 昨同时. Formula: matters reported yesterday until the same time of day; of the running hour the share that has passed. Window:
 * yesterday, local midnight until the same time. Source: stream `incident`, counters by hour.
 */
export const reportedSameTime: Indicator<'reportedSameTime', ReportedByHour> = {
  id: 'reportedSameTime',
  streams: ['incident'],
  hours: true,
  window: 'yesterdayByNow',
  due: 'counted',
  measure: reportedByHour.measure,
  figures: ({ yesterdaySameTime }) => [{ word: 'count', value: yesterdaySameTime }],
  list: { kind: 'table', table: 'hours' },
}
