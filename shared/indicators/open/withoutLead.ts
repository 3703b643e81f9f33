import type { Incident } from '../../families/incident/Incident.ts'
import type { Indicator } from '../Indicator.ts'
import { openIncidents } from './openIncidents.ts'

/**
 * 无牵头单位. Formula: open matters to which units were called and of which none leads, the one that has waited longest first.
 * Window: this moment. Source: stream `incident`.
 */
export const withoutLead: Indicator<'withoutLead', Pick<Incident, 'id' | 'whistledAt' | 'arrived'>[]> = {
  id: 'withoutLead',
  streams: ['incident'],
  window: 'now',
  due: 'counted',
  audience: 'desk',
  measure: (state, region) => [...openIncidents(state, region)]
    .filter(({ whistledAt, led }) => whistledAt > 0 && !led)
    .map(({ id, whistledAt, arrived }) => ({ id, whistledAt, arrived }))
    .sort((a, b) => a.whistledAt - b.whistledAt),
  figures: matters => [{ word: 'count', value: matters.length }],
}
