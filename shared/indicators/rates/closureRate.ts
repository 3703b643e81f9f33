import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'
import { CLOSED } from './settled.ts'

/**
 * 办结率. Formula: matters closed / matters reported. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is open counts as not closed, whether its limit has ended or not.
 */
export const closureRate: Indicator<'closureRate', ShareAgainstBefore> = {
  id: 'closureRate',
  ...rate(CLOSED, ['reported']),
  due: 'counted',
  list: { kind: 'incidents', filter: { of: 'closed' } },
  whole: { kind: 'incidents', filter: { of: 'reportedDay' } },
}
