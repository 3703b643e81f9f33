import type { Parts, Snapshot } from '../state/Snapshot.ts'
import type { Audience } from '../words/Audience.ts'
import type { AliasOf } from '../words/publicId.ts'
import { familyOf } from '../state/familyOf.ts'
import { STREAMS } from '../words/stream.ts'

/**
 * What of a state an audience may see; positions travel beside it, so none has them. The snapshot is not changed. What no family
 * has reaches nobody, and a family says for each audience what that gets.
 */
export function redactSnapshot(snapshot: Snapshot, audience: Audience, aliasOf: AliasOf): Snapshot {
  const parts = Object.fromEntries(STREAMS.map((stream) => {
    const { key, redact } = familyOf(stream)
    return [key, redact[audience](snapshot[key], aliasOf)]
  })) as Parts
  return { fold: snapshot.fold, basis: snapshot.basis, ...parts }
}
