import type { Incident } from '../Incident.ts'
import type { IncidentData } from '../IncidentEvent.ts'
import { UNITS_KEPT } from '../Incident.ts'

/** Who signed, for whom and on whose word; the newest few are kept. */
export function noteSignature(incident: Incident, { actor, data }: { actor?: string | undefined; data: IncidentData<'incident.acknowledged'> }, at: number): void {
  // A screen hears that it was signed for, not by whom.
  if (actor === undefined)
    return
  const signed = { by: actor, at, ...(data.for !== undefined && { for: data.for }), ...(data.word !== undefined && { word: data.word }) }
  incident.signed = [...incident.signed ?? [], signed].slice(-UNITS_KEPT)
}
