import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import { remembered } from '../remembered.ts'
import { dayOf } from '../localDay.ts'
import { byTime, within } from '../within.ts'
import { countsOfDay } from './countsOfDay.ts'
import { dangersOfDay } from './dangersOfDay.ts'
import { batteriesOfDay } from './batteriesOfDay.ts'

const planned = remembered(4, (world, day) => [...countsOfDay(world, day), ...dangersOfDay(world, day), ...batteriesOfDay(world, day)].sort(byTime))

/** Counts of people, risk levels, grids under control, weak batteries, with `from` ≤ at < `to`. */
export function statusEvents(world: World, from: EpochMs, to: EpochMs): SimulatedEvent[] {
  const events: SimulatedEvent[] = []
  // What begins on a day ends within the two that follow.
  for (let day = dayOf(from, world.zoneMs) - 2; day <= dayOf(to, world.zoneMs); day++)
    events.push(...within(planned(world, day), from, to))
  return events
}
