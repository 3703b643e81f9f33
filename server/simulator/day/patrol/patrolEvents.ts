import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { Detail } from '../Detail.ts'
import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import { dayOf } from '../localDay.ts'
import { within } from '../within.ts'
import { plannedPatrols } from './plannedPatrols.ts'
import { positionEvents } from './positionEvents.ts'

/** What patrols send with `from` ≤ at < `to`. */
export function patrolEvents(world: World, from: EpochMs, to: EpochMs, detail: Detail): SimulatedEvent[] {
  const events: SimulatedEvent[] = []
  // A night shift began the day before.
  for (let day = dayOf(from, world.zoneMs) - 1; day <= dayOf(to, world.zoneMs); day++) {
    const { rounds, visits } = plannedPatrols(world, day)
    events.push(...within(rounds, from, to))
    if (detail !== 'rounds')
      events.push(...within(visits, from, to))
  }
  // Where the district does not track its people, the simulated ones are not tracked either.
  if (world.district.tracking !== 'on-shift' || detail === 'rounds' || detail === 'visits')
    return events
  return events.concat(positionEvents(world, from, to, detail === 'coarse'))
}
