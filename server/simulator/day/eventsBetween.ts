import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Detail } from './Detail.ts'
import type { SimulatedEvent } from './SimulatedEvent.ts'
import type { World } from './World.ts'
import { dutyEvents, onDutyAlready } from './duty/dutyEvents.ts'
import { incidentEvents, openAlready } from './incident/incidentEvents.ts'
import { patrolEvents } from './patrol/patrolEvents.ts'
import { statusEvents } from './status/statusEvents.ts'
import { byTime } from './within.ts'

/**
 * What happens in a world with `from` ≤ at < `to`, in order of time; `from` is not before its origin. Pure: the same world
 * and times give the same events, and two stretches joined give the same as one.
 */
export function eventsBetween(world: World, from: EpochMs, to: EpochMs, detail: Detail): SimulatedEvent[] {
  return [
    ...dutyEvents(world, from, to),
    ...statusEvents(world, from, to),
    ...patrolEvents(world, from, to, detail),
    ...incidentEvents(world, from, to),
  ].sort(byTime)
}

/** What a world has to say at its origin: who is on duty already, and how the matters that are open came to be. */
export function prologue(world: World): SimulatedEvent[] {
  return [...openAlready(world), ...onDutyAlready(world, world.origin)].sort(byTime)
}
