import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'
import { CLOSED } from './settled.ts'

/**
 * 社区化解率. Formula: matters closed at level `grid` or `community` / matters closed. Window: the running hour and the 23
 * before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 */
export const settledInCommunityShare: Indicator<'settledInCommunityShare', ShareAgainstBefore> = {
  id: 'settledInCommunityShare',
  ...rate(['closed.grid', 'closed.community'], CLOSED),
  due: 'closedOnly',
  list: { kind: 'incidents', filter: { of: 'closed', levels: ['grid', 'community'] } },
  whole: { kind: 'incidents', filter: { of: 'closed' } },
}
