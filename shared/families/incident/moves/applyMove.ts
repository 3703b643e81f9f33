import type { IncidentEvent } from '../IncidentEvent.ts'
import type { IncidentData } from '../IncidentEvent.ts'
import type { IncidentGround } from '../IncidentGround.ts'
import type { Incident } from '../Incident.ts'
import { countHour } from '../countHour.ts'
import { countTime } from '../countTime.ts'
import { dueAt } from '../dueAt.ts'
import { epochOf } from '../../../words/time/time.ts'
import { UNITS_KEPT } from '../Incident.ts'
import { callAnew } from './callAnew.ts'
import { leaveLevel } from './leaveLevel.ts'
import { moveTo } from './moveTo.ts'
import { noteSignature } from './noteSignature.ts'
import { reclassify } from './reclassify.ts'
import { restart } from './restart.ts'
import { unpark } from './unpark.ts'
import { note } from './note.ts'

type Change = Exclude<IncidentEvent, { type: 'incident.reported' | 'incident.recalled' }>

/** Everything of a move but the stage itself, which the table gives. Answers whether a counter by hour moved. */
export function applyMove(state: IncidentGround, incident: Incident, event: Change): boolean {
  const at = epochOf(event.time)
  switch (event.type) {
    case 'incident.accepted':
      hold(incident, event.data.unit)
      return false
    case 'incident.dispatched':
      if (incident.clock === 'intake')
        countTime(state, incident.grid, 'intake', incident.clockAt, at)
      if (event.data.level && event.data.level !== incident.level)
        leaveLevel(state, incident, at)
      if (incident.clock === 'intake' || (event.data.level && event.data.level !== incident.level))
        restart(incident, 'settle', at, event.data.level)
      send(incident, event.data)
      callAnew(incident, at)
      delete incident.ruling
      return countHour(state, incident.grid, at, 'dispatched')
    case 'incident.acknowledged':
      // Who signs after another is told of; the time it took was that of the first.
      if (incident.stage === 'dispatched') {
        countTime(state, incident.grid, 'sign', incident.dispatchedAt, at)
        hold(incident, event.data.unit)
        takeOver(incident, event.actor)
      }
      noteSignature(incident, event, at)
      return false
    case 'incident.returned':
      incident.returns++
      delete incident.ruling
      noteReturn(incident, event.data.unit ?? incident.unit)
      return countHour(state, incident.grid, at, 'returned')
    case 'incident.ruled':
      incident.ruling = event.data.ruling
      if (event.data.ruling === 'overruled')
        incident.overruled++
      return false
    case 'incident.extended':
      incident.extendedMs += state.limits.extension(incident.severity, incident.level, incident.clock, event.data.by)
      return false
    case 'incident.parked':
      incident.parkedAt = at
      incident.parkedFrom = incident.stage
      incident.parkedUntil = event.data.until === undefined ? 0 : epochOf(event.data.until)
      incident.parkedFor = event.data.reason
      incident.parkedBy = event.data.authority
      return false
    case 'incident.resumed':
      unpark(state, incident, at)
      return false
    case 'incident.feedback':
      countTime(state, incident.grid, 'work', incident.dispatchedAt, at)
      incident.feedbackAt = at
      return countHour(state, incident.grid, at, 'feedback')
    case 'incident.rework':
      incident.reworks++
      return countHour(state, incident.grid, at, 'rework')
    case 'incident.closed': {
      unpark(state, incident, at)
      countTime(state, incident.grid, incident.level, incident.levelAt, at)
      if (incident.stage === 'feedback' || incident.stage === 'checking')
        countTime(state, incident.grid, 'check', incident.feedbackAt, at)
      incident.settledLevel = event.data.level ?? incident.level
      incident.onTime = incident.breachedAt === 0 && at <= dueAt(incident, state.limits)
      if (incident.onTime)
        countHour(state, incident.grid, at, 'closedOnTime')
      return countHour(state, incident.grid, at, `closed.${incident.settledLevel}`)
    }
    case 'incident.evaluated':
      return evaluate(state, incident, event.data.satisfied, at)
    case 'incident.merged':
      // Its clocks stay as they are: it may be taken out again.
      incident.mergedInto = event.data.into
      incident.mergedFrom = incident.stage
      incident.mergedFromAt = incident.stageAt
      return countHour(state, incident.grid, at, 'merged')
    case 'incident.joined':
      incident.duplicates++
      if (event.data.since !== undefined)
        incident.clockAt = Math.min(incident.clockAt, epochOf(event.data.since))
      return false
    case 'incident.unmerged':
      delete incident.mergedInto
      delete incident.mergedFrom
      incident.mergedFromAt = 0
      return false
    case 'incident.parted':
      incident.duplicates = Math.max(0, incident.duplicates - 1)
      if (event.data.since !== undefined)
        incident.clockAt = epochOf(event.data.since)
      return false
    case 'incident.reopened':
      delete incident.settledLevel
      delete incident.onTime
      delete incident.satisfied
      restart(incident, 'intake', at)
      incident.levelAt = at
      incident.breachedAt = 0
      incident.reopens++
      return countHour(state, incident.grid, at, 'reopened')
    case 'incident.escalated':
      noteBreach(state, incident, at)
      moveTo(state, incident, event.data.to, at)
      incident.escalations++
      incident.escalatedAt = at
      return countHour(state, incident.grid, at, `escalated.${event.data.to}`)
    case 'incident.sent-down':
      noteBreach(state, incident, at)
      moveTo(state, incident, event.data.to, at)
      incident.descents++
      return false
    case 'incident.reclassified':
      noteBreach(state, incident, at)
      reclassify(state, incident, event.data, at)
      return false
    case 'incident.supervised':
      supervise(incident, event.data, at)
      return false
    case 'incident.commented':
      incident.comments++
      return false
    case 'incident.rejected':
    case 'incident.handling':
    case 'incident.checking':
      return false
    default:
      note(incident, event, at)
      return false
  }
}

function evaluate(state: IncidentGround, incident: Incident, satisfied: boolean, at: number): boolean {
  // One who calls back twice has one opinion: the first counts for the rates, the last stands.
  const first = incident.satisfied === undefined
  incident.satisfied = satisfied
  if (first && satisfied)
    countHour(state, incident.grid, at, 'satisfied')
  return first && countHour(state, incident.grid, at, 'evaluated')
}

/** Before a limit starts anew: whether the old one had passed. */
function noteBreach(state: IncidentGround, incident: Incident, at: number): void {
  const due = incident.clock === 'settle' ? dueAt(incident, state.limits) : Infinity
  if (due <= at)
    incident.breachedAt ||= due
}

function supervise(incident: Incident, { card, due }: IncidentData<'incident.supervised'>, at: number): void {
  incident.supervised = true
  incident.supervisedAt = at
  if (due !== undefined)
    incident.supervisedDue = epochOf(due)
  if (!card || incident.card === 'red' || incident.card === card)
    return
  incident.card = card
  incident.cardAt = at
}

function noteReturn(incident: Incident, unit: string | undefined): void {
  if (unit === undefined)
    return
  incident.returner = unit
  const known = incident.returnedBy?.find(each => each.unit === unit)
  if (known)
    known.times++
  else if ((incident.returnedBy?.length ?? 0) < UNITS_KEPT)
    (incident.returnedBy ??= []).push({ unit, times: 1 })
}

/** Who is sent holds it from now on, and who held it before does not. */
function send(incident: Incident, { unit, assignee }: IncidentData<'incident.dispatched'>): void {
  if (unit === undefined && assignee === undefined)
    return
  delete incident.unit
  delete incident.assignee
  Object.assign(incident, unit !== undefined && { unit }, assignee !== undefined && { assignee })
}

function hold(incident: Incident, unit: string | undefined): void {
  if (unit !== undefined)
    incident.unit = unit
}

/** Who signs for what nobody holds, as after it went up, holds it from now on. */
function takeOver(incident: Incident, actor: string | undefined): void {
  if (actor === undefined || incident.unit !== undefined || incident.assignee !== undefined)
    return
  if (actor.startsWith('unit:'))
    incident.unit = actor.slice('unit:'.length)
  else
    incident.assignee = actor
}
