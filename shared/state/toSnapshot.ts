import type { Parts, Snapshot } from './Snapshot.ts'
import type { State } from './State.ts'
import { STREAMS } from '../words/stream.ts'
import { familyOf } from './familyOf.ts'
import { FOLD_VERSION } from './foldVersion.ts'

/** The whole state as plain JSON; equal states give equal snapshots. `bare`: without the lists that whoever asks writes apart. */
export function toSnapshot(state: State, bare = false): Snapshot {
  const parts = Object.fromEntries(STREAMS.map((stream) => {
    const { key, write } = familyOf(stream)
    return [key, write(state, bare)]
  })) as Parts
  return { fold: FOLD_VERSION, basis: state.basis, ...parts }
}
