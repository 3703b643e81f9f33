import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { rate } from './rate.ts'

/**
 * 重复率. Formula: matters merged into another one / matters reported. Window: the running hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is open and not merged counts as no duplicate.
 */
export const duplicateRate: Indicator<'duplicateRate', ShareAgainstBefore> = {
  id: 'duplicateRate',
  ...rate(['merged'], ['reported']),
  due: 'counted',
  whole: { kind: 'incidents', filter: { of: 'reportedDay' } },
}
