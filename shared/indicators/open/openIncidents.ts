import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import { isEnded } from '../../domain/stages.ts'
import { isWithin } from '../../words/regionCode.ts'

/** Matters of a region that are not ended, in the order in which they came. */
export function* openIncidents({ incident, basis }: State, region: RegionCode): Generator<Incident> {
  for (const each of incident.incidents.values()) {
    if (!isEnded(each.stage) && isWithin(basis.grids[each.grid]!, region))
      yield each
  }
}
