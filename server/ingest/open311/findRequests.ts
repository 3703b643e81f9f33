import type { State } from '../../../shared/projection/State.ts'
import type { Incident } from '../../../shared/projection/incident/Incident.ts'
import type { Search } from './searchOf.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { publicId } from '../../../shared/words/alias.ts'
import { serviceCodeOf } from './services.ts'

/** At most as many are answered as the standard says. */
const MOST = 1000

/** Matters that a search finds, newest report first, at most 1,000. Ids are those that a screen sees. */
export function findRequests({ incident: { incidents } }: State, { ids, services, statuses, from, to }: Search): Incident[] {
  const found: Incident[] = []
  for (const incident of incidents.values()) {
    if (ids ? ids.has(publicId(incident.id)) : matches(incident))
      found.push(incident)
  }
  return found.sort((a, b) => b.reportedAt - a.reportedAt).slice(0, MOST)

  function matches(incident: Incident): boolean {
    return incident.reportedAt >= from && incident.reportedAt <= to
      && (!services || services.has(serviceCodeOf(incident)))
      && (!statuses || statuses.has(isEnded(incident.stage) ? 'closed' : 'open'))
  }
}
