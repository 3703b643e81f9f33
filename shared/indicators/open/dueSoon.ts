import type { Indicator } from '../Indicator.ts'
import type { OpenCounts } from './openCounts.ts'
import { openCounts } from './openCounts.ts'

/** 将到限. Formula: open matters that are not past their limit and of which a clock (limit, sign-for, supervision order) ends within 30 minutes (M7). Window: this moment. Source: stream `incident`, the data set's limits and calendar. */
export const dueSoon: Indicator<'dueSoon', OpenCounts> = {
  id: 'dueSoon',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure: openCounts,
  figures: figures => [{ word: 'count', value: figures.dueSoon }],
  list: { kind: 'incidents', filter: { of: 'dueSoon' } },
}
