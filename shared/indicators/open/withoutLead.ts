import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { openIncidents } from './openIncidents.ts'

/**
 * 无牵头单位. Formula: open matters to which units were called and of which none leads, the one that has waited longest first.
 * Window: this moment. Source: stream `incident`.
 */
export function withoutLead(state: State, region: RegionCode): Incident[] {
  return [...openIncidents(state, region)].filter(({ whistledAt, led }) => whistledAt > 0 && !led).sort((a, b) => a.whistledAt - b.whistledAt)
}
