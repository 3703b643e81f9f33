import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'
import { CLOSED } from './settled.ts'

/**
 * 参评率. Formula: matters rated for the first time / matters closed. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is closed and not rated yet counts as not rated; open matters do not count.
 */
export const ratingResponseRate: Indicator<'ratingResponseRate', ShareAgainstBefore> = {
  id: 'ratingResponseRate',
  ...rate(['evaluated'], CLOSED),
  due: 'closedOnly',
  whole: { kind: 'incidents', filter: { of: 'closed' } },
}
