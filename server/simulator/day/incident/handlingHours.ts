import type { Subcategory } from '../../../../shared/words/category/category.ts'
import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { World } from '../World.ts'
import { addWorkingTime, workingTimeBetween } from '../../../../shared/domain/workingTime.ts'
import { dayOf, dayStart, DAY, HOUR, hourOfDay, MINUTE } from '../localDay.ts'

/** When those whose task it is see to a matter of a kind: in office hours, by day, or at any hour. */
type Hours = 'office' | 'day' | 'always'

const OFFICE: ReadonlySet<Subcategory> = new Set(['wage-dispute', 'land-dispute', 'contract-dispute', 'property-fee-dispute', 'social-insurance'])
const ALWAYS: ReadonlySet<Subcategory> = new Set([
  'family-dispute', 'noise', 'open-burning', 'water-pipe', 'heating-pipe', 'heating-complaint', 'power-cut', 'medical-aid', 'gas-leak', 'missing-person', 'patrol-sos',
  'grass-fire', 'livestock-on-road', 'broken-signal', 'accident', 'theft', 'brawl', 'suspicious-person',
])
const MORNING = 7.5
const EVENING = 20.5
/** Nobody brings to a counter what it could not take in before it closes. */
const BEFORE_CLOSING = 40 * MINUTE

/** Whether matters of a kind are brought at a moment. */
export function isBrought(world: World, kind: Subcategory, at: EpochMs): boolean {
  const { calendar } = world.district
  switch (hoursOf(kind)) {
    case 'always': return true
    case 'office': return workingTimeBetween(at, at + BEFORE_CLOSING, calendar, world.zoneMs) >= BEFORE_CLOSING
    case 'day': return hourOfDay(at, world.zoneMs) >= MORNING && hourOfDay(at, world.zoneMs) < EVENING - 1
  }
}

/** `at` where somebody sees to a matter of a kind then, else when they next begin to. */
export function handledFrom(world: World, kind: Subcategory, at: EpochMs): EpochMs {
  const hour = hourOfDay(at, world.zoneMs)
  const hours = hoursOf(kind)
  if (hours === 'office')
    return workingTimeBetween(at, at + MINUTE, world.district.calendar, world.zoneMs) > 0 ? at : addWorkingTime(at, MINUTE, world.district.calendar, world.zoneMs)
  if (hours === 'always' || (hour >= MORNING && hour < EVENING))
    return at
  return dayStart(dayOf(at, world.zoneMs), world.zoneMs) + MORNING * HOUR + (hour < MORNING ? 0 : DAY)
}

function hoursOf(kind: Subcategory): Hours {
  return OFFICE.has(kind) ? 'office' : ALWAYS.has(kind) ? 'always' : 'day'
}
