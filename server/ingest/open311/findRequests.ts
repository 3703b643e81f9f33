import type { State } from '../../../shared/state/State.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Search } from './searchOf.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { isPlainId } from '../../../shared/words/publicId.ts'
import { serviceCodeOf } from './services.ts'

/** At most as many are answered as the standard says. */
const MOST = 1000

/** Matters that a search finds, newest report first, at most 1,000. Ids are those that a screen sees, or saw. */
export function findRequests({ incident: { incidents } }: State, { ids, services, statuses, from, to }: Search, aliases: Aliases): Incident[] {
  const found: Incident[] = []
  for (const incident of incidents.values()) {
    if (ids ? isAsked(incident, ids) : matches(incident))
      found.push(incident)
  }
  return found.sort((a, b) => b.reportedAt - a.reportedAt).slice(0, MOST)

  function isAsked(incident: Incident, asked: ReadonlySet<string>): boolean {
    if (asked.has(aliases.publicId(incident.id)))
      return true
    return !isPlainId(incident.id) && [...asked].some(id => aliases.isCalled(incident, id))
  }

  function matches(incident: Incident): boolean {
    return incident.reportedAt >= from && incident.reportedAt <= to
      && (!services || services.has(serviceCodeOf(incident)))
      && (!statuses || statuses.has(isEnded(incident.stage) ? 'closed' : 'open'))
  }
}
