import type { IncidentEvent } from '../../events/event.ts'
import type { Level } from '../../words/level.ts'
import type { State } from '../State.ts'
import type { Incident } from './Incident.ts'
import { durationMs } from '../../words/duration.ts'
import { assertNever } from '../../words/assertNever.ts'
import { countHour } from './countHour.ts'
import { dueAt } from './dueAt.ts'
import { epochOf } from '../../words/time.ts'

type Change = Exclude<IncidentEvent, { type: 'incident.reported' }>

/** Everything of a move but the stage itself, which the table gives. Answers whether a counter by hour moved. */
export function applyMove(state: State, incident: Incident, event: Change): boolean {
  const at = epochOf(event.time)
  switch (event.type) {
    case 'incident.accepted':
      hold(incident, event.data.unit)
      return false
    case 'incident.dispatched':
      if (incident.clock === 'intake' || (event.data.level && event.data.level !== incident.level))
        restart(incident, 'settle', at, event.data.level)
      hold(incident, event.data.unit)
      if (event.data.assignee !== undefined)
        incident.assignee = event.data.assignee
      return false
    case 'incident.acknowledged':
      hold(incident, event.data.unit)
      return false
    case 'incident.returned':
      incident.returns++
      return countHour(state, incident.grid, at, 'returned')
    case 'incident.extended':
      incident.extendedMs += durationMs(event.data.by)
      return false
    case 'incident.parked':
      incident.parkedAt = at
      return false
    case 'incident.resumed':
      unpark(incident, at)
      return false
    case 'incident.closed': {
      unpark(incident, at)
      incident.settledLevel = event.data.level ?? incident.level
      incident.onTime = at <= dueAt(incident, state.limits)
      if (incident.onTime)
        countHour(state, incident.grid, at, 'closedOnTime')
      return countHour(state, incident.grid, at, `closed.${incident.settledLevel}`)
    }
    case 'incident.evaluated':
      incident.satisfied = event.data.satisfied
      return false
    case 'incident.merged':
      unpark(incident, at)
      incident.mergedInto = event.data.into
      return false
    case 'incident.reopened':
      delete incident.settledLevel
      delete incident.onTime
      delete incident.satisfied
      restart(incident, 'intake', at)
      return false
    case 'incident.escalated':
      unpark(incident, at)
      restart(incident, incident.clock, at, event.data.to)
      incident.escalations++
      return countHour(state, incident.grid, at, `escalated.${event.data.to}`)
    case 'incident.supervised':
      incident.supervised = true
      if (event.data.card && incident.card !== 'red')
        incident.card = event.data.card
      return false
    case 'incident.commented':
      incident.comments++
      return false
    case 'incident.rejected':
    case 'incident.handling':
    case 'incident.feedback':
    case 'incident.checking':
    case 'incident.rework':
      return false
    default:
      return assertNever(event)
  }
}

function hold(incident: Incident, unit: string | undefined): void {
  if (unit !== undefined)
    incident.unit = unit
}

/** A new level, or a new start, gets its limit whole. */
function restart(incident: Incident, clock: Incident['clock'], at: number, level: Level = incident.level): void {
  incident.clock = clock
  incident.clockAt = at
  incident.level = level
  incident.extendedMs = 0
  incident.parkedMs = 0
  incident.parkedAt = 0
}

function unpark(incident: Incident, at: number): void {
  if (incident.parkedAt > 0)
    incident.parkedMs += Math.max(0, at - incident.parkedAt)
  incident.parkedAt = 0
}
