import type { DataOf } from '../../state/eventTypes.ts'
import type { IncidentEvent } from '../../families/incident/IncidentEvent.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { EpochMs } from '../../words/time/time.ts'
import { epochOf } from '../../words/time/time.ts'

const NOTES_TOLD = 3

/** What an upward report tells of a matter. */
export interface ReportFacts {
  number: number
  reportedAt: EpochMs
  /** When it was sent to somebody first; 0 for not yet. */
  sentAt: EpochMs
  /** What was told from the place, newest last, at most {@link NOTES_TOLD}; since the last report, where there was one. */
  told: { at: EpochMs; text: string }[]
  units: { unit: string; at: EpochMs }[]
  closedAt: EpochMs
}

/**
 * Facts of the next upward report 值班信息报送: of the first one all that is known, of a later one what came since the last. Source: the
 * matter and its history, oldest first; nothing is made up.
 */
export function reportFacts(incident: Incident, events: readonly IncidentEvent[], kind: DataOf<'incident.report-sent'>['kind']): ReportFacts {
  const since = kind === 'first' ? 0 : incident.reportAt
  const told = events.flatMap((event) => {
    const at = epochOf(event.time)
    const text = textOf(event)
    return at > since && text !== undefined ? [{ at, text }] : []
  })
  const sent = events.find(({ type }) => type === 'incident.dispatched')
  const closed = events.findLast(({ type }) => type === 'incident.closed')
  return {
    number: kind === 'first' ? Math.max(1, incident.reports) : incident.reports + 1,
    reportedAt: incident.reportedAt,
    sentAt: sent ? epochOf(sent.time) : 0,
    told: told.slice(-NOTES_TOLD),
    units: incident.units ?? [],
    closedAt: closed && (incident.stage === 'closed' || incident.stage === 'evaluated') ? epochOf(closed.time) : 0,
  }
}

function textOf(event: IncidentEvent): string | undefined {
  switch (event.type) {
    case 'incident.feedback':
    case 'incident.closed':
    case 'incident.handling': return event.data.note
    case 'incident.commented': return event.data.text
    default: return undefined
  }
}
