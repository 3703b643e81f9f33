import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { closureRate } from './closureRate.ts'

/**
 * 近24时办结. Formula: matters closed. Window: the running hour and the 23 before it, against the 24 before those. Source: stream
 * `incident`, counters by hour of the event's own time.
 */
export const closedDay: Indicator<'closedDay', ShareAgainstBefore> = {
  id: 'closedDay',
  streams: ['incident'],
  hours: true,
  window: 'dayAgainstBefore',
  due: 'closedOnly',
  measure: closureRate.measure,
  figures: ({ now }) => [{ word: 'count', value: now.part }],
  list: { kind: 'incidents', filter: { of: 'closed' } },
}
