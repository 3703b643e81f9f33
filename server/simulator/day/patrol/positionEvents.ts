import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import type { Patrol } from './plannedPatrols.ts'
import { isHeard } from './isHeard.ts'
import { hash32 } from '../../../../shared/words/hash32.ts'
import { dayOf } from '../localDay.ts'
import { remembered } from '../remembered.ts'
import { cadenceOf, COARSE, QUARTER } from './cadence.ts'
import { plannedPatrols } from './plannedPatrols.ts'
import { legAt } from './routeOf.ts'

/** The patrols that are under way in a quarter of an hour (its number since 1970), and how often they send. */
const inQuarter = remembered(4, (world, quarter) => {
  const from = quarter * QUARTER
  const day = dayOf(from, world.zoneMs)
  // A night shift began the day before.
  const active = [day - 1, day]
    .flatMap(began => plannedPatrols(world, began).patrols)
    .filter(patrol => patrol.from < from + QUARTER && patrol.to > from)
  return { active, cadence: cadenceOf(world, active, from) }
})

/**
 * Positions with `from` ≤ at < `to`. Each patrol keeps its own beat, so that two stretches joined give the same as one.
 * @param coarse a position a minute, whatever the rate
 */
export function positionEvents(world: World, from: EpochMs, to: EpochMs, coarse: boolean): SimulatedEvent[] {
  const events: SimulatedEvent[] = []
  for (let quarter = Math.floor(from / QUARTER); quarter * QUARTER < to; quarter++) {
    const { active, cadence: usual } = inQuarter(world, quarter)
    const cadence = coarse ? COARSE : usual
    for (const patrol of active) {
      const salt = hash32(patrol.id)
      if (salt / 0x1_0000_0000 >= cadence.share)
        continue
      const every = patrol.kind === 'pastoral' ? cadence.pastoral : cadence.town
      const begin = Math.max(from, quarter * QUARTER, patrol.from)
      const end = Math.min(to, (quarter + 1) * QUARTER, patrol.to)
      for (let at = begin + mod(salt - begin, every); at < end; at += every) {
        if (isHeard(patrol.span, at))
          events.push(position(patrol, at))
      }
    }
  }
  return events
}

function position({ id, span, route }: Patrol, at: EpochMs): SimulatedEvent {
  const { from, to, start, end, speed, course } = legAt(route, at)
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)))
  return {
    type: 'patrol.position',
    id: `${id}/${at}`,
    at,
    subject: span.worker,
    data: {
      lng: round(start[0] + (end[0] - start[0]) * share, 6),
      lat: round(start[1] + (end[1] - start[1]) * share, 6),
      accuracy: 5 + hash32(id) % 12,
      speed: round(speed, 2),
      course: round(course, 0) % 360,
      battery: Math.max(12, Math.round(98 - (at - span.on) / (span.off - span.on) * 60)),
    },
  }
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}
