import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { closureRate } from './closureRate.ts'

/**
 * 近24时上报. Formula: matters reported. Window: the running hour and the 23 before it, against the 24 before those. Source: stream
 * `incident`, counters by hour of the event's own time.
 */
export const reportedDay: Indicator<'reportedDay', ShareAgainstBefore> = {
  id: 'reportedDay',
  streams: ['incident'],
  hours: true,
  window: 'dayAgainstBefore',
  due: 'counted',
  measure: closureRate.measure,
  figures: ({ now }) => [{ word: 'count', value: now.whole }],
  list: { kind: 'incidents', filter: { of: 'reportedDay' } },
}
