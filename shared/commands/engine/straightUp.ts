import type { Incident } from '../../families/incident/Incident.ts'
import type { Decision } from './Decision.ts'
import type { EngineFacts } from './EngineFacts.ts'
import { LEVELS } from '../../words/level.ts'
import { isWorkedOn } from './isWorkedOn.ts'

/**
 * The gravest go straight to the level that the district has set, at once and whoever is on duty: when they are reported, or
 * when it turns out that they are so grave. Once; where somebody sends them afterwards is for him to say.
 */
export function straightUp(incident: Incident, { rules }: EngineFacts): Decision[] {
  const to = rules.straightTo[incident.severity]
  const isNews = incident.move === 'reclassified' || (incident.escalations === 0 && incident.descents === 0)
  if (to === undefined || !isNews || !isWorkedOn(incident) || LEVELS.indexOf(to) <= LEVELS.indexOf(incident.level))
    return []
  return [{ kind: 'escalated', at: incident.movedAt, event: { type: 'incident.escalated', data: { to, reason: 'grave' } } }]
}
