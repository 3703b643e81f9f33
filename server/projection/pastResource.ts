import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { AliasOf } from '../../shared/words/publicId.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Past } from './stateAt.ts'
import { redactSnapshot } from '../../shared/audience/redactSnapshot.ts'
import { scopeSnapshot } from '../../shared/audience/scopeSnapshot.ts'
import { toSnapshot } from '../../shared/state/toSnapshot.ts'
import { toCursor } from '../../shared/protocol/LogPosition.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { stateAtTime } from './stateAt.ts'

/**
 * A scope as it was known at a moment, as JSON in UTF-8 (P14). Positions are of their moment alone and not kept.
 * @throws PastLostError, LogUnavailableError
 */
export async function pastResource({ aliasOf, ...past }: Past & { aliasOf: AliasOf }, { audience, region }: Scope, at: EpochMs): Promise<{ digest: string, json: Uint8Array<ArrayBuffer> }> {
  const { state, position } = await stateAtTime(past, at)
  const snapshot = redactSnapshot(scopeSnapshot(toSnapshot(state), region), audience, aliasOf)
  const heard = Object.fromEntries(Object.entries(position.last).map(([stream, entry]) => [stream, entryMs(entry)]))
  const digest = state.digest.of(region)
  const resource: StateResource = { cursor: toCursor(position), at, fold: snapshot.fold, digest, state: snapshot, positions: [], heard }
  return { digest, json: new TextEncoder().encode(JSON.stringify(resource)) }
}
