import type { IncidentEvent } from './IncidentEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { Incident } from './Incident.ts'
import { LEVELS } from '../../words/level.ts'
import { unlawful } from '../../kernel/unlawful.ts'
import { ATTACHMENTS_KEPT } from './Incident.ts'

/** What the table of stages cannot say: why an event contradicts the matter as it is, if it does. */
export function whyUnlawful(incident: Incident, event: IncidentEvent): Folded | undefined {
  switch (event.type) {
    case 'incident.escalated':
      if (rank(event.data.to) <= rank(incident.level))
        return unlawful('data.to', `It is already at level ${incident.level}; escalation goes up.`)
      return undefined
    case 'incident.sent-down':
      if (rank(event.data.to) >= rank(incident.level))
        return unlawful('data.to', `It is at level ${incident.level}; what is sent down goes lower.`)
      return undefined
    case 'incident.merged':
      return event.data.into === incident.id ? unlawful('data.into', 'An incident cannot be merged into itself.') : undefined
    case 'incident.joined':
      return event.data.from === incident.id ? unlawful('data.from', 'An incident cannot be merged into itself.') : undefined
    case 'incident.unmerged':
      return incident.mergedInto === undefined ? unlawful('type', 'It was merged into nothing.') : undefined
    case 'incident.parted':
      return event.data.from === incident.id ? unlawful('data.from', 'An incident cannot be merged into itself.') : undefined
    case 'incident.unit-arrived':
      return wrongUnit(incident, event.data.unit)
    case 'incident.report-sent':
      return wrongReport(incident, event.data)
    case 'incident.report-received':
      return event.data.number > incident.reports ? unlawful('data.number', `So far ${incident.reports} reports were sent.`) : undefined
    case 'incident.attached':
      return incident.attached >= ATTACHMENTS_KEPT ? unlawful('type', `A matter has at most ${ATTACHMENTS_KEPT} attachments.`) : undefined
    default:
      return undefined
  }
}

function wrongUnit({ whistledAt, units }: Incident, unit: string | undefined): Folded | undefined {
  if (whistledAt === 0)
    return unlawful('type', 'No unit was called; whistle first.')
  // A screen does not know the units, and gets only what was lawful.
  const called = units?.find(each => each.unit === unit)
  if (units && !called)
    return unlawful('data.unit', 'This unit was not called.')
  return called && called.at > 0 ? unlawful('data.unit', 'This unit has arrived already.') : undefined
}

function wrongReport({ reports, reportKind }: Incident, { number, kind }: { number: number; kind: Incident['reportKind'] }): Folded | undefined {
  const again = number === reports && kind === reportKind
  if (reportKind === 'final' && !again)
    return unlawful('data.kind', 'The final report has been sent; the chain has ended.')
  if (!again && number !== reports + 1)
    return unlawful('data.number', `The next report has number ${reports + 1}.`)
  if ((kind === 'first') !== (number === 1))
    return unlawful('data.kind', 'Number 1 is the first report, and only number 1.')
  return undefined
}

function rank(level: (typeof LEVELS)[number]): number {
  return LEVELS.indexOf(level)
}
