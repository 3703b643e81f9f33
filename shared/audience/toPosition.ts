import type { DistrictFile } from '../domain/district/districtFile.ts'
import type { State } from '../projection/State.ts'
import type { EpochMs } from '../words/time.ts'
import type { Audience } from './Audience.ts'
import { SOS_SHOWN_MS } from '../domain/sosShownMs.ts'
import { aliasOf } from '../words/alias.ts'
import { coarse } from './coarse.ts'

export interface ShownPosition { worker: string; grid: string; lng: number; lat: number; at: EpochMs }

interface Tracking {
  tracking: DistrictFile['tracking']
  /** Whether the roster has this worker on shift at that moment. */
  onShift: (worker: string, at: EpochMs) => boolean
}

/**
 * A worker's newest position as an audience may see it, undefined if it may not (rules P11, A5). The desk gets it exact;
 * a screen an alias and a rounded place. Neither gets it off shift, unless an SOS was raised in that grid within 30 minutes.
 */
export function toPosition(state: State, worker: string, audience: Audience, { tracking, onShift }: Tracking): ShownPosition | undefined {
  const { fixes, workers, sosAt } = state.patrol
  const fix = fixes.get(worker)
  const place = workers.get(worker)
  if (!fix || !place)
    return undefined
  const sos = sosAt[place.grid]!
  const emergency = sos > 0 && Math.abs(fix.at - sos) <= SOS_SHOWN_MS
  if (!emergency && (tracking !== 'on-shift' || !onShift(worker, fix.at)))
    return undefined
  const grid = state.basis.grids[place.grid]!
  return audience === 'desk'
    ? { worker, grid, ...fix }
    : { worker: aliasOf(worker), grid, ...coarse(fix), at: fix.at }
}
