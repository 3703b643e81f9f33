import type { IncidentEvent } from './IncidentEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { IncidentGround } from './IncidentGround.ts'
import type { Incident } from './Incident.ts'
import { unlawful } from '../../kernel/unlawful.ts'
import { entryMs } from '../../words/entryId.ts'
import { epochOf } from '../../words/time/time.ts'
import { contactOf } from './contactOf.ts'
import { hashIncident } from './hashIncident.ts'
import { isToLeave, letEndedGo } from './letEndedGo.ts'

/** A matter that ended and has left comes back as it ended (F30): nothing of it is counted again. It stays as one that ends now. */
export function recalled(state: IncidentGround, event: IncidentEvent & { type: 'incident.recalled' }): Folded {
  const { incident: slice, index, digest } = state
  const { grid: code, reported, opened, place, reporter, returns = 0, reopens = 0, escalations = 0, duplicates = 0, attached = 0, reports = 0, reportReceived = 0, ...data } = event.data
  const grid = index.grid(code)
  if (grid < 0)
    return { outcome: 'rejected', refusal: { reason: 'outside-district', path: 'data.grid', message: `There is no grid ${code} in this district.` } }
  const known = slice.incidents.get(event.subject)
  if (known && !(known.grid === grid && isToLeave(known, event.entry)))
    return unlawful('subject', 'This incident is known; what has not left need not be recalled.')
  letEndedGo(state, grid, event.entry)
  const at = epochOf(event.time)
  const reportedAt = epochOf(reported)
  const incident: Incident = {
    id: event.subject,
    grid,
    category: data.category,
    ...(data.subcategory && { subcategory: data.subcategory }),
    severity: data.severity,
    channel: data.channel,
    ...(place && { place: { lng: place.lng, lat: place.lat } }),
    level: data.level,
    stage: data.stage,
    clock: 'settle',
    clockAt: reportedAt,
    ownClockAt: reportedAt,
    reportedAt,
    stageAt: at,
    severityAt: reportedAt,
    levelAt: reportedAt,
    feedbackAt: 0,
    extendedMs: 0,
    parkedMs: 0,
    parkedAt: 0,
    mergedFromAt: 0,
    parkedUntil: 0,
    warnedAt: 0,
    callWarnedAt: 0,
    calledAt: 0,
    callParkedMs: 0,
    calls: 0,
    dispatchedAt: 0,
    returns,
    overruled: 0,
    reworks: 0,
    reopens,
    escalations,
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
    reports,
    ...(data.reportKind && { reportKind: data.reportKind }),
    reportReceived,
    reportAt: 0,
    phonedAt: 0,
    writtenAt: 0,
    duplicates,
    attached,
    endedEntry: event.entry,
    ...(data.settledLevel && { settledLevel: data.settledLevel }),
    ...(data.onTime !== undefined && { onTime: data.onTime }),
    ...(data.satisfied !== undefined && { satisfied: data.satisfied }),
    openedEntry: opened,
    version: data.version + 1,
    entry: event.entry,
    move: 'recalled',
    movedAt: at,
    ...(event.actor !== undefined && { actor: event.actor }),
    ...(data.title !== undefined && { title: data.title }),
    ...(data.description !== undefined && { description: data.description }),
    ...(data.address !== undefined && { address: data.address }),
    ...(data.building !== undefined && { building: data.building }),
    ...(data.placeName !== undefined && { placeName: data.placeName }),
    ...(reporter && { reporter: contactOf(reporter) }),
    ...(data.unit !== undefined && { unit: data.unit }),
    ...(data.attachments && { attachments: data.attachments.map(({ id, mediaType, bytes }) => ({ id, mediaType, bytes })) }),
  }
  slice.incidents.set(incident.id, incident)
  slice.ended[grid]!.push({ id: incident.id, entryMs: entryMs(event.entry) })
  hashIncident(digest, 1, incident)
  return { outcome: 'applied', touched: { stream: 'incident', grids: [grid], incident: incident.id, hours: false } }
}
