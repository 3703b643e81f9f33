import type { GridCode } from '../../words/regionCode.ts'
import type { Level } from '../../words/level.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { District } from '../district/District.ts'
import type { Shift, StaffMember } from '../district/staffFile.ts'
import { groupBy } from '../../words/groupBy.ts'
import { isOnShift } from '../isOnShift.ts'
import { zoneOffsetMs } from '../zoneOffsetMs.ts'
import { idOfSeat } from './idOfSeat.ts'
import { nextOnShift } from './nextOnShift.ts'

/** Digits of the region that answers for a grid at each level. */
const DIGITS: Record<Level, number> = { grid: 15, community: 12, town: 9, banner: 6 }

/** Who is on duty where and when, by the data set alone. */
export class DutyRoster {
  private readonly zoneMs: number
  private readonly staffOf: ReadonlyMap<GridCode, readonly StaffMember[]>
  private readonly shiftsOf: ReadonlyMap<string, readonly (readonly Shift[] | undefined)[]>
  private readonly seats: readonly { id: string; role: 'dutyOfficer' | 'dutyLead' }[]

  constructor({ timeZone, staff, organisations, seats }: Pick<District, 'timeZone' | 'staff' | 'organisations' | 'seats'>) {
    this.zoneMs = zoneOffsetMs(timeZone)
    this.staffOf = groupBy(staff.filter(({ shifts }) => shifts.length > 0), person => person.grid)
    const shifts = new Map<string, (readonly Shift[] | undefined)[]>()
    for (const { kind, region, shifts: own } of organisations) {
      if (kind === 'workingCommittee' || kind === 'communityCommittee')
        shifts.set(region, [...shifts.get(region) ?? [], own])
    }
    this.shiftsOf = shifts
    this.seats = seats.map((seat, i) => ({ id: idOfSeat(seat, i), role: seat.role }))
  }

  /**
   * The first instant from `at` on at which somebody is on duty for a grid at a level; Infinity for never. Above the grid an
   * organisation without shifts of its own, and a region without one, are always on duty.
   */
  onDutyFrom(level: Level, grid: GridCode, at: EpochMs): EpochMs {
    if (level === 'grid')
      return Math.min(Infinity, ...(this.staffOf.get(grid) ?? []).map(({ shifts }) => nextOnShift(shifts, at, this.zoneMs)))
    const here = this.shiftsOf.get(grid.slice(0, DIGITS[level]))
    if (!here || here.includes(undefined))
      return at
    return Math.min(...here.map(shifts => nextOnShift(shifts!, at, this.zoneMs)))
  }

  /** Staff id of somebody else than `except` on shift in a grid, leader first; undefined if there is nobody. */
  nextInGrid(grid: GridCode, at: EpochMs, except: string | undefined): string | undefined {
    const present = (this.staffOf.get(grid) ?? []).filter(({ id, shifts }) => id !== except && isOnShift(shifts, at, this.zoneMs))
    return (present.find(({ post }) => post === 'gridLeader') ?? present[0])?.id
  }

  /** The seat of the duty shift that is called after the first one; undefined where there is one seat alone. */
  get secondSeat(): string | undefined {
    return this.seats.filter(({ role }) => role === 'dutyOfficer')[1]?.id
  }

  /** The leader's seat 带班席. */
  get leadSeat(): string | undefined {
    return this.seats.find(({ role }) => role === 'dutyLead')?.id
  }
}
