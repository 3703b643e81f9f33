import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'

/**
 * 返工率. Formula: checks that failed / feedbacks. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What waits for its check counts as not failed.
 */
export const reworkRate: Indicator<'reworkRate', ShareAgainstBefore> = {
  id: 'reworkRate',
  ...rate(['rework'], ['feedback']),
  due: 'counted',
}
