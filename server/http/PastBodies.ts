import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { EpochMs } from '../../shared/words/time.ts'
import type { Past } from '../projection/stateAt.ts'
import { redactSnapshot } from '../../shared/audience/redactSnapshot.ts'
import { scopeSnapshot } from '../../shared/audience/scopeSnapshot.ts'
import { toSnapshot } from '../../shared/projection/toSnapshot.ts'
import { toCursor } from '../../shared/protocol/Position.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { stateAtTime } from '../projection/stateAt.ts'
import { Body } from './Body.ts'

const KEPT = 12
/** Folding a past takes about a second of this process: one at a time, and so many may wait. */
const WAITING_MOST = 4

/** Bodies of `GET /api/v1/state?at=…`: a scope as it was known at a moment (P14). Positions are of their moment alone and not kept. */
export class PastBodies {
  private readonly kept = new Map<string, Promise<Body>>()
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0

  constructor(private readonly past: Past) {}

  /** @returns undefined while too many wait. @throws LogUnavailableError */
  get(scope: Scope, at: EpochMs): Promise<Body> | undefined {
    const key = `${scope.audience}:${scope.region}:${at}`
    const known = this.kept.get(key)
    if (known)
      return known
    if (this.waiting >= WAITING_MOST)
      return undefined
    this.waiting++
    const body = this.last.then(() => this.build(scope, at)).finally(() => this.waiting--)
    this.last = body.catch(() => this.kept.delete(key))
    this.kept.set(key, body)
    if (this.kept.size > KEPT)
      this.kept.delete(this.kept.keys().next().value!)
    return body
  }

  private async build({ audience, region }: Scope, at: EpochMs): Promise<Body> {
    const { state, position } = await stateAtTime(this.past, at)
    const snapshot = redactSnapshot(scopeSnapshot(toSnapshot(state), region), audience)
    const heard = Object.fromEntries(Object.entries(position.last).map(([stream, entry]) => [stream, entryMs(entry)]))
    const resource: StateResource = { cursor: toCursor(position), at, fold: snapshot.fold, digest: state.digest.of(region), state: snapshot, positions: [], heard }
    return new Body(Buffer.from(JSON.stringify(resource)), `"past-${audience}-${region}-${at}-${resource.digest}"`, 'no-cache')
  }
}
