import type { Audience } from '../../shared/audience/Audience.ts'
import type { District } from '../../shared/domain/district/District.ts'
import type { Shift } from '../../shared/domain/district/staffFile.ts'
import type { WanggeEvent } from '../../shared/events/event.ts'
import type { State } from '../../shared/projection/State.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { EpochMs } from '../../shared/words/time.ts'
import { coarse } from '../../shared/audience/coarse.ts'
import { isOnShift } from '../../shared/domain/isOnShift.ts'
import { aliasOf } from '../../shared/words/alias.ts'

/** How long after an SOS its worker's position is shown whatever the district's `tracking`. */
const SOS_MS = 3_600_000
const SOS_REMEMBERED = 1000

/** Workers' positions as an audience may see them (P11, A5): only as the district's `tracking` and the roster allow. */
export class Positions {
  private readonly tracking: District['tracking']
  private readonly shifts: ReadonlyMap<string, readonly Shift[]>
  private readonly sos = new Map<string, EpochMs>()
  private moved = new Set<string>()

  constructor({ tracking, staff }: Pick<District, 'tracking' | 'staff'>) {
    this.tracking = tracking
    this.shifts = new Map(staff.map(({ id, shifts }) => [id, shifts]))
  }

  /** Notes who moved and who called for help. */
  note(event: WanggeEvent): void {
    if (event.type === 'patrol.position') {
      this.moved.add(event.subject)
    }
    else if (event.type === 'patrol.sos') {
      this.sos.delete(event.subject)
      this.sos.set(event.subject, Date.parse(event.time))
      if (this.sos.size > SOS_REMEMBERED)
        this.sos.delete(this.sos.keys().next().value!)
    }
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

  /** Positions of `workers` (default all) in the grids of a scope. */
  seen(state: State, audience: Audience, hasGrid: (grid: number) => boolean, now: EpochMs, workers: Iterable<string> = state.patrol.fixes.keys()): WorkerPosition[] {
    const seen: WorkerPosition[] = []
    for (const worker of workers) {
      const there = state.patrol.workers.get(worker)
      const fix = state.patrol.fixes.get(worker)
      if (there && fix && hasGrid(there.grid) && this.mayBeShown(worker, now, state.basis.zoneMs))
        seen.push(toPosition(audience, worker, state.basis.grids[there.grid]!, fix))
    }
    return seen
  }

  private mayBeShown(worker: string, now: EpochMs, zoneMs: number): boolean {
    const sos = this.sos.get(worker)
    if (sos !== undefined && now - sos < SOS_MS)
      return true
    return this.tracking === 'on-shift' && isOnShift(this.shifts.get(worker) ?? [], now, zoneMs)
  }
}

function toPosition(audience: Audience, worker: string, grid: string, { lng, lat, at }: { lng: number; lat: number; at: number }): WorkerPosition {
  return audience === 'desk' ? { worker, grid, lng, lat, at } : { worker: aliasOf(worker), grid, ...coarse({ lng, lat }), at }
}
