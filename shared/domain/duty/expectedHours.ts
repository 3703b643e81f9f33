import type { GridCode } from '../../words/regionCode.ts'
import type { GridFeature } from '../district/gridsFile.ts'
import type { StaffMember } from '../district/staffFile.ts'
import type { DutyRules } from './dutyRules.ts'
import type { WeekSpan } from './weekOf.ts'
import { groupBy } from '../../words/groupBy.ts'
import { WEEK_MINUTES, weekOf } from './weekOf.ts'

/** When somebody should be in each grid: spans of a week in order, none touching the next. A grid that is absent has no shift at all. */
export type ExpectedHours = Readonly<Record<GridCode, readonly WeekSpan[]>>

const WHOLE_WEEK: readonly WeekSpan[] = [[0, WEEK_MINUTES]]

/**
 * The roster as a screen may have it: of each grid the union of all its shifts less the times of rest, so that no shift of a person
 * stands in it. Where a district gives no shift of anybody nothing is planned, and each grid is expected always.
 */
export function expectedHours({ staff, grids, duty }: { staff: readonly StaffMember[]; grids: readonly GridFeature[]; duty: DutyRules }): ExpectedHours {
  if (staff.every(({ shifts }) => shifts.length === 0))
    return Object.fromEntries(grids.map(({ properties: { code } }) => [code, WHOLE_WEEK]))
  const shiftsOf = groupBy(staff.filter(({ shifts }) => shifts.length > 0), ({ grid }) => grid)
  return Object.fromEntries(grids.flatMap(({ properties: { code, kind } }) => {
    const rests = duty.rest.filter(({ kinds }) => kinds?.includes(kind) ?? true).flatMap(weekOf)
    const spans = united(minutes((shiftsOf.get(code) ?? []).flatMap(({ shifts }) => shifts.flatMap(weekOf)), rests))
    return spans.length > 0 ? [[code, spans]] : []
  }))
}

/** Of each minute of the week whether it is expected. */
function minutes(shifts: readonly WeekSpan[], rests: readonly WeekSpan[]): Uint8Array {
  const week = new Uint8Array(WEEK_MINUTES)
  for (const [spans, value] of [[shifts, 1], [rests, 0]] as const) {
    for (const [from, to] of spans) {
      week.fill(value, from, Math.min(to, WEEK_MINUTES))
      week.fill(value, 0, Math.max(0, to - WEEK_MINUTES))
    }
  }
  return week
}

function united(week: Uint8Array): readonly WeekSpan[] {
  const gap = week.indexOf(0)
  if (gap < 0)
    return WHOLE_WEEK
  const spans: WeekSpan[] = []
  // From a gap on, so that what runs past Sunday night is one span.
  for (let step = 0, from = -1; step <= WEEK_MINUTES; step++) {
    const isOn = week[(gap + step) % WEEK_MINUTES] === 1
    if (isOn && from < 0)
      from = gap + step
    else if (!isOn && from >= 0) {
      spans.push(from >= WEEK_MINUTES ? [from - WEEK_MINUTES, gap + step - WEEK_MINUTES] : [from, gap + step])
      from = -1
    }
  }
  return spans.sort(([a], [b]) => a - b)
}
