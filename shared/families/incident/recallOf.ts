import type { GridCode } from '../../words/regionCode.ts'
import type { Incident } from './Incident.ts'
import type { IncidentData } from './IncidentEvent.ts'

/** What brings a matter back that has ended and left (F30); undefined for one that was merged, which is part of another, or is open. */
export function recallOf(incident: Incident, grid: GridCode): { type: 'incident.recalled'; data: IncidentData<'incident.recalled'> } | undefined {
  const { stage, place, category, subcategory, severity, channel, level, reportedAt, openedEntry, version, settledLevel, onTime, satisfied, returns, reopens, escalations, duplicates, attached, reports, reportReceived, reportKind, title, description, address, building, placeName, reporter, unit, attachments } = incident
  if (stage !== 'rejected' && stage !== 'closed' && stage !== 'evaluated')
    return undefined
  const data = { stage, grid, place, category, subcategory, severity, channel, level, reported: new Date(reportedAt).toISOString(), opened: openedEntry, version, settledLevel, onTime, satisfied, returns, reopens, escalations, duplicates, attached, reports, reportReceived, reportKind, title, description, address, building, placeName, reporter, unit, attachments }
  return { type: 'incident.recalled', data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as IncidentData<'incident.recalled'> }
}
