import type { Addresses } from '../Addresses.ts'
import type { Clock } from '../../clock.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Projection } from '../../projection/Projection.ts'
import { deskIncident } from '../../../shared/families/incident/deskIncident.ts'
import { explainLimit } from '../../../shared/families/incident/reading/explainLimit.ts'
import { likelyDuplicates } from '../../../shared/families/incident/reading/likelyDuplicates.ts'
import { reportDue } from '../../../shared/families/incident/reading/reportDue.ts'
import { problem } from '../problem.ts'

/** `GET /api/v1/incidents/ID?audience=desk`: one matter as it stands, with its limits explained, the report that is due, and likely duplicates (M1–M3). */
export function getIncident(addresses: Addresses, { projection, clock, aliases }: { projection: Projection; aliases: Aliases; clock: Pick<Clock, 'now'> }): void {
  addresses.add('/api/v1/incidents/:id', { GET: (request, response) => {
    const { state } = projection
    const incident = aliases.incidentOf(state.incident.incidents, request.params.id)
    if (!incident)
      return problem(response, 404, 'No such matter is known; one that ended long ago has left.')
    const { grid, category, reportedAt, place, id } = incident
    const code = state.basis.grids[grid]!
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      at: clock.now(),
      incident: deskIncident({ ...incident, grid: code }),
      limit: explainLimit(state, incident),
      acknowledge: incident.stage === 'dispatched' ? explainLimit(state, incident, 'acknowledge') : undefined,
      report: reportDue(incident, state.basis.rules),
      duplicates: likelyDuplicates(state, { category, at: reportedAt, grid: code, id, ...(place && { place }) })
        .map(({ incident: other, metres, ms }) => ({ id: other.id, stage: other.stage, metres, ms })),
    })
  } })
}
