import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import type { GridCode } from '../../shared/words/regionCode.ts'
import type { Target } from './Target.ts'
import { isWithin } from '../../shared/words/regionCode.ts'

/** Whether a target has chosen an event: by type, and by the region where it happened. */
export function isWanted(event: WanggeEvent, { types, region }: Pick<Target, 'types' | 'region'>, state: State): boolean {
  if (!types.has(event.type))
    return false
  if (region === undefined || region === state.basis.code)
    return true
  const grid = gridOf(event, state)
  return grid !== undefined && isWithin(grid, region)
}

/** Where an event happened; undefined for a matter that ended so long ago that nothing is known of it any more. */
function gridOf(event: WanggeEvent, { incident, basis }: State): GridCode | undefined {
  switch (event.stream) {
    case 'incident': {
      const known = incident.incidents.get(event.subject)
      return event.type === 'incident.reported' ? event.data.grid : known && basis.grids[known.grid]
    }
    case 'patrol': return event.type === 'patrol.heard' ? undefined : event.data.grid
    case 'grid-status': return event.subject
  }
}
