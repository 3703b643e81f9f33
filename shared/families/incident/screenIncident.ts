import type { AliasOf } from '../../words/publicId.ts'
import type { IncidentRecord } from './IncidentPart.ts'
import { coarse } from '../../words/coarse.ts'
import { publicId } from '../../words/publicId.ts'
import { PUBLIC_FIELDS } from './publicFields.ts'

/** What of a matter a screen may see. */
export function screenIncident(incident: IncidentRecord, aliasOf: AliasOf): IncidentRecord {
  const shown: Partial<Record<keyof IncidentRecord, unknown>> = {}
  for (const field of PUBLIC_FIELDS) {
    if (incident[field] !== undefined)
      shown[field] = incident[field]
  }
  shown.id = publicId(incident.id, aliasOf)
  if (incident.place)
    shown.place = coarse(incident.place)
  if (incident.mergedInto !== undefined)
    shown.mergedInto = publicId(incident.mergedInto, aliasOf)
  return shown as IncidentRecord
}
