import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { LEVELS } from '../../words/level.ts'
import { rate } from './rate.ts'

/**
 * 每百件升级数. Formula: escalations, to whatever level / matters reported, told per hundred. Window: the running
 * hour and the 23 before it, against the 24 before those. Source: stream `incident`, counters by hour of the event's own time.
 * What is open and may still go up counts as not escalated.
 */
export const escalationsPerHundred: Indicator<'escalationsPerHundred', ShareAgainstBefore> = {
  id: 'escalationsPerHundred',
  ...rate(LEVELS.map(level => `escalated.${level}` as const), ['reported']),
  due: 'counted',
  whole: { kind: 'incidents', filter: { of: 'reportedDay' } },
}
