import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'

/**
 * 退单率. Formula: returns / dispatches; a matter that is returned twice counts twice. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is dispatched and may still be returned counts as not returned.
 */
export const returnRate: Indicator<'returnRate', ShareAgainstBefore> = {
  id: 'returnRate',
  ...rate(['returned'], ['dispatched']),
  due: 'counted',
}
