import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { Route } from './routeOf.ts'
import type { Session } from './sessions.ts'
import { remembered } from '../remembered.ts'
import { SECOND } from '../localDay.ts'
import { byTime } from '../within.ts'
import { isHeard } from './isHeard.ts'
import { routeOf } from './routeOf.ts'
import { sessionsOfDay } from './sessions.ts'

export interface Patrol extends Session { route: Route }

/** Rounds with their routes, and what they send beside positions: `rounds` always, `visits` where buildings count too. */
export interface PlannedPatrols {
  patrols: readonly Patrol[]
  rounds: readonly SimulatedEvent[]
  visits: readonly SimulatedEvent[]
}

/** Of all shifts that begin on a local day. */
export const plannedPatrols = remembered(3, (world, day): PlannedPatrols => {
  const patrols = sessionsOfDay(world, day).map(session => ({ ...session, route: routeOf(world, session) }))
  return {
    patrols,
    rounds: patrols.flatMap(roundOf).sort(byTime),
    visits: patrols.flatMap(visitsOf).sort(byTime),
  }
})

function roundOf({ id, span, from, to }: Patrol): SimulatedEvent[] {
  const { worker, grid } = span
  return ([
    { type: 'patrol.started', id: `${id}/started`, at: from, subject: worker, data: { grid } },
    { type: 'patrol.entered-grid', id: `${id}/entered`, at: from + SECOND, subject: worker, data: { grid } },
    { type: 'patrol.ended', id: `${id}/ended`, at: to, subject: worker, data: { grid } },
  ] satisfies SimulatedEvent[]).filter(({ at }) => isHeard(span, at))
}

function visitsOf({ id, span, route }: Patrol): SimulatedEvent[] {
  const { worker, grid } = span
  return route.stops
    .map(({ at, building }, index): SimulatedEvent => ({ type: 'patrol.checkpoint', id: `${id}/stop/${index}`, at: at + 2 * SECOND, subject: worker, data: { grid, checkpoint: building } }))
    .filter(({ at }) => isHeard(span, at))
}
