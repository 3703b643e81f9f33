import type { WanggeEvent } from './event.ts'
import type { Snapshot } from './Snapshot.ts'
import type { State } from './State.ts'
import { fold as foldEvent } from './fold.ts'
import { fromSnapshot } from './fromSnapshot.ts'

// Built as dist/fold.js: the one module for other clients and for checks.

export { fromSnapshot }

export type { Snapshot, State }

/** Folds one event of a frame into a state, in place, and returns that state. What is not lawful changes nothing. */
export function fold(state: State, event: WanggeEvent): State {
  foldEvent(state, event)
  return state
}

/** Digest of the whole state, as the frames of its scope carry it. */
export function digest(state: State): string {
  return state.digest.of(state.basis.region)
}
