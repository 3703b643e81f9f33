import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import type { Target } from './Target.ts'
import { familyOf } from '../../shared/state/familyOf.ts'
import { isWithin } from '../../shared/words/regionCode.ts'

/** Whether a target has chosen an event: by type, and by the region where it happened. */
export function isWanted(event: WanggeEvent, { types, region }: Pick<Target, 'types' | 'region'>, state: State): boolean {
  if (!types.has(event.type))
    return false
  if (region === undefined || region === state.basis.code)
    return true
  const grid = familyOf(event.stream).gridOf(state, event)
  return grid !== undefined && isWithin(grid, region)
}
