import type { LogPosition } from '../../../shared/protocol/LogPosition.ts'
import type { StateResource } from '../../../shared/protocol/stateResource.ts'
import type { Scope } from '../../../shared/protocol/subscribe.ts'
import type { Fanout } from '../../fanout/Fanout.ts'
import { letOldestGo } from './letOldestGo.ts'
import { createHash } from 'node:crypto'
import { redactSnapshot } from '../../../shared/audience/redactSnapshot.ts'
import { scopeSnapshot } from '../../../shared/audience/scopeSnapshot.ts'
import { FAMILIES } from '../../../shared/state/families.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { toCursor } from '../../../shared/protocol/LogPosition.ts'
import { isWithin } from '../../../shared/words/regionCode.ts'
import { pause } from '../../clock.ts'
import { Body } from './Body.ts'
import { IncidentTexts } from './IncidentTexts.ts'

const FRESH_MS = 1000
const KEPT = 50
/** Kept in all their encodings; the one that was made first leaves. */
const MOST_BYTES = 256 * 1024 * 1024
/** A body is built in slices of so long; in between others are served for as long. */
const SLICE_MS = 4

interface Kept {
  body: Body
  position: LogPosition
  at: number
  /** What the ring had taken by then. */
  taken: number
}

/**
 * Bodies of `GET /api/v1/state`, one for each scope, made anew at most once a second and only when asked for (P2); one after the other,
 * in slices between which the server serves (P32).
 */
export class StateBodies {
  private readonly kept = new Map<string, Kept>()
  private readonly making = new Map<string, Promise<Body>>()
  private last: Promise<unknown> = Promise.resolve()
  /** What is being built; undefined once the state became another one. */
  private texts: IncidentTexts | undefined

  constructor(private readonly fanout: Fanout) {
    fanout.parts.projection.listen({
      applied: (_event, { incident }) => incident !== undefined && this.texts?.touch(incident),
      restarted: () => this.texts = undefined,
    })
  }

  get(scope: Scope): Promise<Body> {
    const key = keyOf(scope)
    const known = this.kept.get(key)
    if (known && this.isGood(known, this.fanout.parts.clock.monotonic()))
      return Promise.resolve(known.body)
    const making = this.making.get(key) ?? this.last.then(() => this.make(scope)).finally(() => this.making.delete(key))
    this.making.set(key, making)
    this.last = making.catch(() => {})
    return making
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

  private async make(scope: Scope): Promise<Body> {
    for (;;) {
      const texts = await this.write(scope)
      if (this.texts !== texts)
        continue
      const body = this.build(scope, texts)
      this.texts = undefined
      return this.keep(scope, body)
    }
  }

  /** Texts that only need to be finished, at once and if the state is still theirs. */
  private async write({ audience, region }: Scope): Promise<IncidentTexts> {
    const { projection: { state }, clock, aliasOf } = this.fanout.parts
    const texts = this.texts = new IncidentTexts(state, (records) => {
      const incidents = records.filter(({ grid }) => isWithin(grid, region))
      return JSON.stringify(FAMILIES.incident.redact[audience]({ incidents, hours: {}, days: {} }, aliasOf).incidents).slice(1, -1)
    })
    for (let since = clock.monotonic(); texts.step();) {
      if (clock.monotonic() - since < SLICE_MS)
        continue
      await pause(clock, SLICE_MS)
      if (this.texts !== texts)
        return texts
      since = clock.monotonic()
    }
    return texts
  }

  private build({ audience, region }: Scope, texts: IncidentTexts): Body {
    const { projection, positions, clock, aliasOf } = this.fanout.parts
    const { state, cursor, heard } = projection
    const hasGrid = (grid: number) => isWithin(state.basis.grids[grid]!, region)
    const { incident: { incidents: _, ...counters }, ...rest } = redactSnapshot(scopeSnapshot(toSnapshot(state, true), region), audience, aliasOf)
    const resource: Omit<StateResource, 'state'> = {
      cursor,
      at: clock.now(),
      fold: rest.fold,
      digest: state.digest.of(region),
      positions: positions.seen(state, audience, hasGrid, clock.now()),
      heard,
    }
    const etag = createHash('sha256').update(`${audience} ${region} ${cursor} ${resource.at}`).digest('base64url').slice(0, 20)
    const json = Buffer.concat([
      Buffer.from(`${JSON.stringify(resource).slice(0, -1)},"state":${JSON.stringify(rest).slice(0, -1)},"incident":${JSON.stringify(counters).slice(0, -1)},"incidents":[`),
      ...texts.finish(),
      Buffer.from(']}}}'),
    ])
    return new Body(json, `"${etag}"`, 'no-cache')
  }

  private keep(scope: Scope, body: Body): Body {
    const { ring, parts: { projection, clock } } = this.fanout
    const key = keyOf(scope)
    this.kept.delete(key)
    this.kept.set(key, { body, position: { epoch: projection.position.epoch, last: { ...projection.position.last } }, at: clock.monotonic(), taken: ring.taken })
    letOldestGo(this.kept, each => each.body, { bytes: MOST_BYTES, most: KEPT, least: 1 })
    return body
  }
}

function keyOf({ audience, region }: Scope): string {
  return `${audience}:${region}`
}
