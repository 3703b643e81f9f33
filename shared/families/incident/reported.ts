import type { IncidentEvent } from './IncidentEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { IncidentGround } from './IncidentGround.ts'
import type { Incident } from './Incident.ts'
import { unlawful } from '../../kernel/unlawful.ts'
import { countHour } from './countHour.ts'
import { contactOf } from './contactOf.ts'
import { hashIncident } from './hashIncident.ts'
import { isToLeave, letEndedGo } from './letEndedGo.ts'
import { epochOf } from '../../words/time/time.ts'

/** A matter comes in. Unlawful if its id is already taken; whether it still is, a matter's own grid and its own events tell alone (F13). */
export function reported(state: IncidentGround, event: IncidentEvent & { type: 'incident.reported' }): Folded {
  const { incident: slice, index, digest } = state
  const { data } = event
  const grid = index.grid(data.grid)
  if (grid < 0)
    return { outcome: 'rejected', refusal: { reason: 'outside-district', path: 'data.grid', message: `There is no grid ${data.grid} in this district.` } }
  const known = slice.incidents.get(event.subject)
  if (known && !(known.grid === grid && isToLeave(known, event.entry)))
    return unlawful('subject', 'This incident is already known; use a new id for a new matter.')
  letEndedGo(state, grid, event.entry)
  const at = epochOf(event.time)
  const incident: Incident = {
    id: event.subject,
    grid,
    category: data.category,
    ...(data.subcategory && { subcategory: data.subcategory }),
    severity: data.severity,
    channel: data.channel,
    ...(data.place && { place: { lng: data.place.lng, lat: data.place.lat } }),
    level: data.level ?? 'grid',
    stage: 'reported',
    clock: 'intake',
    clockAt: at,
    reportedAt: at,
    stageAt: at,
    severityAt: at,
    levelAt: at,
    feedbackAt: 0,
    extendedMs: 0,
    parkedMs: 0,
    parkedAt: 0,
    mergedFromAt: 0,
    ownClockAt: at,
    parkedUntil: 0,
    warnedAt: 0,
    callWarnedAt: 0,
    calledAt: 0,
    callParkedMs: 0,
    calls: 0,
    dispatchedAt: 0,
    returns: 0,
    overruled: 0,
    reworks: 0,
    reopens: 0,
    escalations: 0,
    escalatedAt: 0,
    breachedAt: 0,
    descents: 0,
    comments: 0,
    supervised: false,
    supervisedAt: 0,
    supervisedDue: 0,
    cardAt: 0,
    whistledAt: 0,
    arrived: 0,
    led: false,
    reports: 0,
    reportReceived: 0,
    reportAt: 0,
    phonedAt: 0,
    writtenAt: 0,
    duplicates: 0,
    attached: 0,
    version: 1,
    openedEntry: event.entry,
    entry: event.entry,
    move: 'reported',
    movedAt: at,
    ...(event.actor !== undefined && { actor: event.actor }),
    ...(data.title !== undefined && { title: data.title }),
    ...(data.description !== undefined && { description: data.description }),
    ...(data.address !== undefined && { address: data.address }),
    ...(data.building !== undefined && { building: data.building }),
    ...(data.placeName !== undefined && { placeName: data.placeName }),
    ...(data.reporter && { reporter: contactOf(data.reporter) }),
  }
  slice.incidents.set(incident.id, incident)
  slice.open[grid]!++
  hashIncident(digest, 1, incident)
  const counted = countHour(state, grid, at, 'reported')
  countHour(state, grid, at, `reported.${incident.category}`)
  return { outcome: 'applied', touched: { stream: 'incident', grids: [grid], incident: incident.id, hours: counted } }
}
