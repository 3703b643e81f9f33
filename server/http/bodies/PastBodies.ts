import type { Scope } from '../../../shared/protocol/subscribe.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Clock } from '../../clock.ts'
import type { PastThread } from '../../projection/PastThread.ts'
import { letOldestGo } from './letOldestGo.ts'
import { Body } from './Body.ts'

/** Kept, in all their encodings; the one that was made first leaves. */
const MOST_BYTES = 64 * 1024 * 1024
/** Pasts are folded one at a time, and so many may wait. */
const WAITING_MOST = 6
/** What is younger may still get entries that reach the log late: it is answered and not kept. */
const SETTLED_MS = 10_000

/** Bodies of `GET /api/v1/state?at=…`: a scope as it was known at a moment (P14), bounded in bytes (P31). */
export class PastBodies {
  private readonly kept = new Map<string, Body>()
  private readonly making = new Map<string, Promise<Body>>()

  constructor(private readonly thread: Pick<PastThread, 'fold'>, private readonly clock: Pick<Clock, 'now'>) {}

  /** @returns undefined while too many wait. @throws LogUnavailableError, PastLostError */
  get(scope: Scope, at: EpochMs): Promise<Body> | undefined {
    const key = `${scope.audience}:${scope.region}:${at}`
    const known = this.kept.get(key)
    if (known)
      return Promise.resolve(known)
    const same = this.making.get(key)
    if (same || this.making.size >= WAITING_MOST)
      return same
    const settled = at <= this.clock.now() - SETTLED_MS
    const body = this.make(scope, at, key, settled).finally(() => this.making.delete(key))
    this.making.set(key, body)
    return body
  }

  private async make(scope: Scope, at: EpochMs, key: string, settled: boolean): Promise<Body> {
    const { digest, json } = await this.thread.fold(scope, at)
    const body = new Body(Buffer.from(json.buffer, json.byteOffset, json.byteLength), `"past-${key}-${digest}"`, 'no-cache')
    if (settled)
      this.keep(key, body)
    return body
  }

  private keep(key: string, body: Body): void {
    this.kept.set(key, body)
    letOldestGo(this.kept, each => each, { bytes: MOST_BYTES })
  }
}
