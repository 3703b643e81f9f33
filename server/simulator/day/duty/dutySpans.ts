import type { StaffMember } from '../../../../shared/domain/district/staffFile.ts'
import type { Post } from '../../../../shared/words/post.ts'
import type { GridCode } from '../../../../shared/words/regionCode.ts'
import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { World } from '../World.ts'
import { remembered } from '../remembered.ts'
import { groupBy } from '../../../../shared/words/groupBy.ts'
import { isoWeekday } from '../../../../shared/words/time/isoWeekday.ts'
import { minutesOfDay } from '../../../../shared/words/time/minutesOfDay.ts'
import { DAY, dayOf, dayStart, HOUR, MINUTE } from '../localDay.ts'

/** One person on duty for one shift of the roster, with its minutes of earliness and lateness. */
export interface DutySpan {
  worker: string
  device: string | undefined
  post: Post
  grid: GridCode
  /** Epoch ms of coming on and going off. */
  on: EpochMs
  off: EpochMs
  /** No signal from the phone between these, epoch ms; still on duty. */
  silent: { from: EpochMs; to: EpochMs } | undefined
}

const NO_SHOW = 0.025
const LATE = 0.03
const SILENT = 0.05
/** A shift that follows another of the same person begins this long after it was left, at least. */
const EARLIEST = 8 * MINUTE

/** Shifts that begin on a local day and are kept, by grid. A few people stay away, a few come late. */
export const dutySpans = remembered(40, (world, day): ReadonlyMap<GridCode, DutySpan[]> =>
  groupBy(world.district.staff.flatMap(person => spansOf(world, person, day)), span => span.grid))

/** Who is on duty in a grid at a moment; the first by the roster. */
export function onDutyAt(world: World, grid: GridCode, at: EpochMs): DutySpan | undefined {
  const day = dayOf(at, world.zoneMs)
  return [day, day - 1]
    .flatMap(began => dutySpans(world, began).get(grid) ?? [])
    .find(span => span.on <= at && at < span.off)
}

function spansOf(world: World, person: StaffMember, day: number): DutySpan[] {
  if (person.shifts.length === 0)
    return []
  const starts = startsOf(world, person, day)
  return person.shifts.flatMap(({ days, from, to }) => {
    if (!days.includes(isoWeekday(day)))
      return []
    const chance = world.chance(`duty ${person.id} ${day} ${from}`)
    if (chance.happens(NO_SHOW))
      return []
    const begins = dayStart(day, world.zoneMs) + minutesOfDay(from) * MINUTE
    const ends = dayStart(day, world.zoneMs) + minutesOfDay(to) * MINUTE + (minutesOfDay(to) * MINUTE <= minutesOfDay(from) * MINUTE ? DAY : 0)
    const on = begins + (chance.happens(LATE) ? chance.between(20, 90) : chance.between(-7, 6)) * MINUTE
    const next = Math.min(...starts.filter(start => start > begins))
    const off = Math.min(ends + chance.between(-3, 12) * MINUTE, next - EARLIEST - MINUTE)
    if (off - on < MINUTE)
      return []
    const { id: worker, device, post, grid } = person
    return [{ worker, device, post, grid, on: Math.floor(on), off: Math.floor(off), silent: silence() }]

    function silence(): DutySpan['silent'] {
      if (!chance.happens(SILENT))
        return undefined
      const since = Math.floor(chance.between(on, off))
      return { from: since, to: Math.min(since + Math.floor(chance.between(1.2, 4) * HOUR), Math.floor(off)) }
    }
  })
}

/** When shifts of a person begin on a day and the day after. */
function startsOf({ zoneMs }: World, { shifts }: StaffMember, day: number): EpochMs[] {
  return [day, day + 1].flatMap(each => shifts
    .filter(({ days }) => days.includes(isoWeekday(each)))
    .map(({ from }) => dayStart(each, zoneMs) + minutesOfDay(from) * MINUTE))
}
