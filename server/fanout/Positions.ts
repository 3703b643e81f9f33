import type { Audience } from '../../shared/words/Audience.ts'
import type { District } from '../../shared/domain/district/District.ts'
import type { Shift } from '../../shared/domain/district/staffFile.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Heard, Worker } from '../../shared/families/patrol/PatrolSlice.ts'
import type { State } from '../../shared/state/State.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { AliasOf } from '../../shared/words/publicId.ts'
import { SOS_TRACKED_MS } from '../../shared/domain/sosTrackedMs.ts'
import { isOnShift } from '../../shared/domain/isOnShift.ts'
import { newestFix } from '../../shared/families/patrol/newestFix.ts'
import { coarse } from '../../shared/words/coarse.ts'

/** Workers' positions as an audience may see them (P11, A5): only as the district's `tracking` and the roster allow. */
export class Positions {
  private readonly tracking: District['tracking']
  private readonly shifts: ReadonlyMap<string, readonly Shift[]>
  private moved = new Set<string>()

  constructor({ tracking, staff }: Pick<District, 'tracking' | 'staff'>, private readonly aliasOf: AliasOf) {
    this.tracking = tracking
    this.shifts = new Map(staff.map(({ id, shifts }) => [id, shifts]))
  }

  /** Notes who moved. */
  note(event: WanggeEvent): void {
    if (event.type === 'patrol.position' || event.type === 'patrol.sos')
      this.moved.add(event.subject)
  }

  /** How many moved since they were last asked for. */
  get waiting(): number {
    return this.moved.size
  }

  /** Those who moved since this was last asked. */
  takeMoved(): ReadonlySet<string> {
    const { moved } = this
    this.moved = new Set()
    return moved
  }

  /** Positions of `workers` (default all) in the grids of a scope: of each the newest by the phone's time, wherever in the district it was. */
  seen(state: State, audience: Audience, hasGrid: (grid: number) => boolean, now: EpochMs, workers: Iterable<string> = state.patrol.workers.keys()): WorkerPosition[] {
    const seen: WorkerPosition[] = []
    for (const id of workers) {
      const worker = state.patrol.workers.get(id)
      const fix = worker && newestFix(worker)
      if (fix && hasGrid(fix.grid) && this.mayBeShown(state, worker, now))
        seen.push(this.toPosition(audience, fix, state.basis.grids[fix.grid]!))
    }
    return seen
  }

  /** Whoever called for help is seen, whatever `tracking` says and though the patrol has ended; it follows from the state alone, so every server says the same (A23). */
  private mayBeShown({ patrol, basis }: State, { newest }: Worker, now: EpochMs): boolean {
    const alarm = patrol.alarms.get(newest.worker)
    if (alarm && now - alarm.at < SOS_TRACKED_MS)
      return true
    return !newest.ended && this.tracking === 'on-shift' && isOnShift(this.shifts.get(newest.worker) ?? [], now, basis.zoneMs)
  }

  private toPosition(audience: Audience, { worker, lng, lat, fixAt }: Heard, grid: string): WorkerPosition {
    return audience === 'desk' ? { worker, grid, lng, lat, at: fixAt } : { worker: this.aliasOf(worker), grid, ...coarse({ lng, lat }), at: fixAt }
  }
}
