import type { Indicator } from '../Indicator.ts'
import type { OpenMatters } from './openMatters.ts'
import { openMatters } from './openMatters.ts'

/** 将到限. Formula: open matters whose running limit ends within 30 minutes. Window: this moment. Source: stream `incident`, the data set's limits and calendar. */
export const dueSoon: Indicator<'dueSoon', OpenMatters> = {
  id: 'dueSoon',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  measure: openMatters,
  figures: figures => [{ word: 'count', value: figures.dueSoon }],
  list: { kind: 'matters', filter: { of: 'dueSoon' } },
}
