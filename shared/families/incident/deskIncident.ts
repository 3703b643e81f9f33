import type { Incident } from './Incident.ts'
import { CONTACT_FIELDS, masked } from '../../words/contact.ts'

/** What of a matter a desk may see: all, but the caller's contact masked (A25). */
export function deskIncident<I extends Pick<Incident, 'reporter'>>(incident: I): I {
  const { reporter } = incident
  if (!reporter)
    return incident
  return { ...incident, reporter: Object.fromEntries(CONTACT_FIELDS.flatMap(field => reporter[field] === undefined ? [] : [[field, masked(field, reporter[field])]])) }
}
