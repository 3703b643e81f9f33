import type { SimulatedEvent } from '../day/SimulatedEvent.ts'
import type { Stage } from '../../../shared/domain/stages.ts'
import type { Standing } from './Standing.ts'
import { follow, moveOf } from './follow.ts'

/** The way of a matter that is worked on; each of them is both a move and the stage that it leads to. */
const WAY = ['accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'checking'] as const
/** What comes only after a part of the way. */
const AFTER: Partial<Record<string, (typeof WAY)[number]>> = { closed: 'feedback', rework: 'checking' }
/** Where on the way a matter is that came back to it. */
const PLACE: Partial<Record<Stage, number>> = { reported: -1, reopened: -1, returned: 0, rework: 2, parked: WAY.length }

/**
 * What those who act do about a matter that stands elsewhere than was planned, because the engine escalated it or somebody
 * at the desk was first: they sign for it again and go the missing part of the way, and leave out what is done already or
 * has lost its sense. `standings` is moved on.
 */
export function asItStands(event: SimulatedEvent, standings: Map<string, Standing>): SimulatedEvent[] {
  const before = standings.get(event.subject)
  for (const told of before ? [[event], [...missing(event, before), event]] : [[event]]) {
    const standing = followAll(before, told)
    if (standing) {
      standings.set(event.subject, standing)
      return told
    }
  }
  return []
}

function followAll(before: Standing | undefined, events: readonly SimulatedEvent[]): Standing | undefined {
  let standing = before
  for (const event of events) {
    standing = follow(standing, event)
    if (!standing)
      return undefined
  }
  return standing
}

function missing(event: SimulatedEvent, { stage }: Standing): SimulatedEvent[] {
  const here = PLACE[stage] ?? WAY.findIndex(each => each === stage)
  const move = moveOf(event)
  const until = AFTER[move] ? WAY.indexOf(AFTER[move]) + 1 : WAY.findIndex(each => each === move)
  return WAY.slice(here + 1, Math.max(here + 1, until)).map(step => ({ ...event, type: `incident.${step}`, id: `${event.id}/${step}`, data: {} }))
}
