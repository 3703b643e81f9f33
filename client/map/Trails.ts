import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'

/** How far back a trail reaches, ms. */
const TRAIL_MS = 60 * 60_000
/** Points of one trail at most: one each 40 s. */
const POINTS_KEPT = 90
/** Nearer in time than this the newest point is moved instead of one added, ms. */
const SPACING_MS = TRAIL_MS / POINTS_KEPT
/** Points of all trails together, about: the more workers, the fewer each. */
const POINTS_KEPT_IN_ALL = 60_000

export interface TrailPoint { lng: number; lat: number; at: number }

/** Where each worker has been in the last hour, as far as this screen has seen it. */
export class Trails {
  private readonly trails = new Map<string, TrailPoint[]>()

  /** Oldest point first; empty for who was not seen. */
  of(worker: string): readonly TrailPoint[] {
    return this.trails.get(worker) ?? []
  }

  add({ worker, lng, lat, at }: Pick<WorkerPosition, 'worker' | 'lng' | 'lat' | 'at'>): void {
    const trail = this.trails.get(worker) ?? []
    const newest = trail.at(-1)
    if (newest && at <= newest.at)
      return
    // The first point stays where it is: the trail begins there.
    if (trail.length > 1 && at - trail[trail.length - 2]!.at < SPACING_MS)
      trail.pop()
    trail.push({ lng, lat, at })
    const firstKept = trail.findIndex(point => point.at > at - TRAIL_MS)
    trail.splice(0, Math.max(firstKept, trail.length - this.share()))
    this.trails.set(worker, trail)
  }

  /** Of a worker whose round ended. */
  forget(worker: string): void {
    this.trails.delete(worker)
  }

  /** Forgets all but these. */
  keep(isKept: (worker: string) => boolean): void {
    for (const worker of this.trails.keys()) {
      if (!isKept(worker))
        this.forget(worker)
    }
  }

  private share(): number {
    return Math.max(2, Math.min(POINTS_KEPT, Math.floor(POINTS_KEPT_IN_ALL / Math.max(1, this.trails.size))))
  }
}
