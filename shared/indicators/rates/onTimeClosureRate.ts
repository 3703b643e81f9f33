import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'
import { CLOSED } from './settled.ts'

/**
 * 按期办结率. Formula: matters closed before their limit ended, none having passed at a lower level / matters closed. Window: the running hour and the 23
 * before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 */
export const onTimeClosureRate: Indicator<'onTimeClosureRate', ShareAgainstBefore> = {
  id: 'onTimeClosureRate',
  ...rate(['closedOnTime'], CLOSED),
  due: 'closedOnly',
  list: { kind: 'incidents', filter: { of: 'closed', onTime: true } },
  whole: { kind: 'incidents', filter: { of: 'closed' } },
}
