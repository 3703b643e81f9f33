import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'
import { CLOSED } from './settled.ts'

/**
 * 重开率. Formula: matters reopened / matters closed. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * Open matters do not count.
 */
export const reopenRate: Indicator<'reopenRate', ShareAgainstBefore> = {
  id: 'reopenRate',
  ...rate(['reopened'], CLOSED),
  due: 'closedOnly',
  whole: { kind: 'incidents', filter: { of: 'closed' } },
}
