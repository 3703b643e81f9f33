import type { Indicator } from '../Indicator.ts'
import type { Supervision } from './supervision.ts'
import { openIncidents } from './openIncidents.ts'
import { supervisionOf } from './supervision.ts'

/**
 * 督办. Formula: open matters under a supervision order, a red card or a yellow card; each counts once, by the gravest, so that
 * the three add up. Window: this moment. Source: stream `incident`.
 */
export const supervisedNow: Indicator<'supervisedNow', Record<Supervision | 'all', number>> = {
  id: 'supervisedNow',
  streams: ['incident'],
  window: 'now',
  due: 'apart',
  measure(state, region) {
    const counts = { all: 0, order: 0, red: 0, yellow: 0 }
    for (const incident of openIncidents(state, region)) {
      const supervision = supervisionOf(incident)
      if (supervision) {
        counts[supervision]++
        counts.all++
      }
    }
    return counts
  },
  figures: ({ all }) => [{ word: 'count', value: all }],
  list: { kind: 'incidents', filter: { of: 'supervised' } },
}
