import type { IncidentEvent } from '../../events/event.ts'
import type { Folded } from '../Folded.ts'
import type { State } from '../State.ts'
import type { Incident } from './Incident.ts'
import { unlawful } from '../unlawful.ts'
import { countHour } from './countHour.ts'
import { hashIncident } from './hashIncident.ts'
import { letEndedGo } from './letEndedGo.ts'
import { epochOf } from '../../words/time.ts'

/** A matter comes in. Unlawful if its id is already taken. */
export function reported(state: State, event: IncidentEvent & { type: 'incident.reported' }): Folded {
  const { incident: slice, index, digest } = state
  const { data } = event
  const grid = index.grid(data.grid)
  if (grid < 0)
    return { outcome: 'rejected', refusal: { reason: 'outside-district', path: 'data.grid', message: `There is no grid ${data.grid} in this district.` } }
  if (slice.incidents.has(event.subject))
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
    extendedMs: 0,
    parkedMs: 0,
    parkedAt: 0,
    returns: 0,
    escalations: 0,
    comments: 0,
    supervised: false,
    version: 1,
    ...(data.title !== undefined && { title: data.title }),
    ...(data.description !== undefined && { description: data.description }),
    ...(data.address !== undefined && { address: data.address }),
    ...(data.reporter && { reporter: named(data.reporter) }),
  }
  slice.incidents.set(incident.id, incident)
  slice.open[grid]!++
  hashIncident(digest, 1, incident)
  const counted = countHour(state, grid, at, 'reported')
  countHour(state, grid, at, `reported.${incident.category}`)
  return { outcome: 'applied', touched: { stream: 'incident', grids: [grid], incident: incident.id, hours: counted } }
}

function named({ name, phone }: { name?: string | undefined; phone?: string | undefined }): { name?: string; phone?: string } {
  return { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) }
}
