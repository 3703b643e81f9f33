import type { Snapshot } from './Snapshot.ts'
import type { State } from './State.ts'
import { STREAMS } from '../words/stream.ts'
import { emptyState } from './emptyState.ts'
import { familyOf } from './familyOf.ts'

/** The state of a snapshot, with its digest computed anew. The snapshot is not kept nor changed. */
export function fromSnapshot(snapshot: Snapshot): State {
  const state = emptyState(snapshot.basis)
  for (const stream of STREAMS) {
    const { key, read } = familyOf(stream)
    read(state, snapshot[key])
  }
  return state
}
