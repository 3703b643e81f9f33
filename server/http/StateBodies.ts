import type { Position } from '../../shared/protocol/Position.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { Fanout } from '../fanout/Fanout.ts'
import { createHash } from 'node:crypto'
import { redactSnapshot } from '../../shared/audience/redactSnapshot.ts'
import { scopeSnapshot } from '../../shared/audience/scopeSnapshot.ts'
import { toSnapshot } from '../../shared/projection/toSnapshot.ts'
import { toCursor } from '../../shared/protocol/Position.ts'
import { isWithin } from '../../shared/words/regionCode.ts'
import { Body } from './Body.ts'

const FRESH_MS = 1000
const KEPT = 50

interface Kept {
  body: Body
  position: Position
  at: number
  /** What the ring had taken by then. */
  taken: number
}

/** Bodies of `GET /api/v1/state`, one for each scope, made anew at most once a second and only when asked for (P2). */
export class StateBodies {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly fanout: Fanout) {}

  get(scope: Scope): Body {
    const { projection, clock } = this.fanout.parts
    const key = keyOf(scope)
    const known = this.kept.get(key)
    const now = clock.monotonic()
    if (known && this.isGood(known, now))
      return known.body
    const body = this.build(scope)
    this.kept.delete(key)
    this.kept.set(key, { body, position: { epoch: projection.position.epoch, last: { ...projection.position.last } }, at: now, taken: this.fanout.ring.taken })
    if (this.kept.size > KEPT)
      this.kept.delete(this.kept.keys().next().value!)
    return body
  }

  /** Whether a client that gets this body now can still catch up from it with ease. */
  private isGood({ position, at, taken }: Kept, now: number): boolean {
    const { ring, parts: { limits, projection } } = this.fanout
    if (!ring.reaches(position))
      return false
    return toCursor(position) === projection.cursor || (now - at < FRESH_MS && ring.taken - taken < limits.catchUpBytes / 4)
  }

  /** Bytes of a scope's state as it was last sent. */
  bytesOf(scope: Scope): number | undefined {
    return this.kept.get(keyOf(scope))?.body.bytes
  }

  private build({ audience, region }: Scope): Body {
    const { projection, positions, clock } = this.fanout.parts
    const { state, cursor, heard } = projection
    const hasGrid = (grid: number) => isWithin(state.basis.grids[grid]!, region)
    const snapshot = redactSnapshot(scopeSnapshot(toSnapshot(state), region), audience)
    const resource: StateResource = {
      cursor,
      at: clock.now(),
      fold: snapshot.fold,
      digest: state.digest.of(region),
      state: snapshot,
      positions: positions.seen(state, audience, hasGrid, clock.now()),
      heard,
    }
    const etag = createHash('sha256').update(`${audience} ${region} ${cursor} ${resource.at}`).digest('base64url').slice(0, 20)
    return new Body(Buffer.from(JSON.stringify(resource)), `"${etag}"`, 'no-cache')
  }
}

function keyOf({ audience, region }: Scope): string {
  return `${audience}:${region}`
}
