import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { fold } from '../../shared/state/fold.ts'
import { tinyBasis } from './tinyBasis.ts'

/** Folds events into a state (an empty one of the tiny district unless given) and answers it. */
export function foldAll(events: readonly WanggeEvent[], state: State = emptyState(tinyBasis)): State {
  for (const event of events)
    fold(state, event)
  return state
}
