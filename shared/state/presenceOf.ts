import type { Shift } from '../domain/district/staffFile.ts'
import type { EpochMs } from '../words/time/time.ts'
import type { State } from './State.ts'
import { nextOnShift } from '../domain/duty/nextOnShift.ts'
import { isOnShift } from '../domain/isOnShift.ts'

/** `duty`: came on duty; `shift`: the roster has them on shift; `call`: without shifts, may be asked; `off`: off shift, until `nextAt` (Infinity for ever). */
export type Presence = { presence: 'duty' | 'shift' | 'call'; nextAt?: undefined } | { presence: 'off'; nextAt: EpochMs }

/** Whether somebody of the roster can be sent at a moment: by what was told of duty in their grid, else by their shifts. */
export function presenceOf(state: State, { id, grid, shifts }: { id: string; grid: string; shifts: readonly Shift[] }, now: EpochMs): Presence {
  const index = state.basis.grids.indexOf(grid)
  if (state.gridStatus[index]?.onDuty.has(id))
    return { presence: 'duty' }
  if (shifts.length === 0)
    return { presence: 'call' }
  if (isOnShift(shifts, now, state.basis.zoneMs))
    return { presence: 'shift' }
  return { presence: 'off', nextAt: nextOnShift(shifts, now, state.basis.zoneMs) }
}
