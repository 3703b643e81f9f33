import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import { remembered } from '../remembered.ts'
import { DAY, dayOf } from '../localDay.ts'
import { byTime, within } from '../within.ts'
import { lifeOf } from './lifeOf.ts'
import { reportsOfDay } from './reportsOfDay.ts'

/** More days than any matter lasts, its call-back included. */
const LONGEST_DAYS = 20

/** Everything that becomes of what is reported on a day; matters that had ended before the world's origin are left out. */
const planned = remembered(LONGEST_DAYS + 3, (world, day) => reportsOfDay(world, day)
  .map(report => lifeOf(world, report))
  .filter(life => life.at(-1)!.at >= world.origin)
  .flat()
  .sort(byTime))

/** What happens to matters with `from` ≤ at < `to`. */
export function incidentEvents(world: World, from: EpochMs, to: EpochMs): SimulatedEvent[] {
  const events: SimulatedEvent[] = []
  for (let day = dayOf(from, world.zoneMs) - LONGEST_DAYS; day <= dayOf(to, world.zoneMs); day++)
    events.push(...within(planned(world, day), from, to))
  return events
}

/** How the matters that are open at the world's origin came to be as they are then. */
export function openAlready(world: World): SimulatedEvent[] {
  return incidentEvents(world, world.origin - LONGEST_DAYS * DAY, world.origin)
}
