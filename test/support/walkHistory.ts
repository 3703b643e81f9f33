import type { Histories, Stretch } from '../../server/commands/Histories.ts'
import type { IncidentEvent } from '../../shared/families/incident/IncidentEvent.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'

/** Reads a matter's history page by page, from its beginning on, or from its end back; oldest first either way. */
export async function walkHistory(histories: Histories, matter: Incident, way: 'on' | 'back', limit: () => number): Promise<IncidentEvent[]> {
  const found: IncidentEvent[] = []
  let ask: Omit<Stretch, 'limit'> | undefined = way === 'on' ? { after: FIRST_ENTRY } : {}
  while (ask) {
    const page = await histories.stretch(matter, { ...ask, limit: limit() })
    if (way === 'on') {
      found.push(...page.events)
      ask = page.later && { after: page.later.after }
    }
    else {
      found.unshift(...page.events)
      ask = page.earlier && { before: page.earlier.before }
    }
    const left = page.earlier?.count ?? 0
    if (page.events.length + left + (page.later?.count ?? 0) !== matter.version)
      throw new Error(`a page of ${page.events.length} leaves out ${left} and ${page.later?.count ?? 0} of ${matter.version}`)
  }
  return found
}
