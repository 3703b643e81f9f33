import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'

/**
 * 满意度. Formula: first ratings that say satisfied / first ratings. Read it beside the response rate. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What was not rated, or is open, does not count.
 */
export const satisfactionRate: Indicator<'satisfactionRate', ShareAgainstBefore> = {
  id: 'satisfactionRate',
  ...rate(['satisfied'], ['evaluated']),
  due: 'closedOnly',
}
