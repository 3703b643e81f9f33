import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'
import { CLOSED } from './settled.ts'

/**
 * 网格自处置率. Formula: matters closed at level `grid` / matters closed. Window: the running hour and the 23 before it,
 * against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 */
export const settledInGridShare: Indicator<'settledInGridShare', ShareAgainstBefore> = {
  id: 'settledInGridShare',
  ...rate(['closed.grid'], CLOSED),
  due: 'closedOnly',
  list: { kind: 'incidents', filter: { of: 'closed', levels: ['grid'] } },
  whole: { kind: 'incidents', filter: { of: 'closed' } },
}
