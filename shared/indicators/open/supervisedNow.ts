import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { openIncidents } from './openIncidents.ts'

/** How a matter is supervised, gravest first: an order 督办令, a red card, a yellow card. */
export const SUPERVISIONS = ['order', 'red', 'yellow'] as const

export type Supervision = (typeof SUPERVISIONS)[number]

/** The gravest one that a matter stands under. */
export function supervisionOf({ supervised, card }: Pick<Incident, 'supervised' | 'card'>): Supervision | undefined {
  return supervised ? 'order' : card
}

/**
 * 督办. Formula: open matters under a supervision order, a red card or a yellow card; each counts once, by the gravest, so that
 * the three add up. Window: this moment. Source: stream `incident`.
 */
export function supervisedNow(state: State, region: RegionCode): Record<Supervision | 'all', number> {
  const counts = { all: 0, order: 0, red: 0, yellow: 0 }
  for (const incident of openIncidents(state, region)) {
    const supervision = supervisionOf(incident)
    if (supervision) {
      counts[supervision]++
      counts.all++
    }
  }
  return counts
}
