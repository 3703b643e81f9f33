import type { Addresses } from '../Addresses.ts'
import type { Clock } from '../../clock.ts'
import type { Histories } from '../../commands/Histories.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Projection } from '../../projection/Projection.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { deskIncident } from '../../../shared/families/incident/deskIncident.ts'
import { clocksOf } from '../../../shared/families/incident/reading/clocksOf.ts'
import { explainLimit } from '../../../shared/families/incident/reading/explainLimit.ts'
import { likelyDuplicates } from '../../../shared/families/incident/reading/likelyDuplicates.ts'
import { reportDue } from '../../../shared/families/incident/reading/reportDue.ts'
import { problem } from '../problem.ts'

/** `GET /api/v1/incidents/ID?audience=desk`: one matter as it stands, or as it ended where it has left, with its limits explained, every clock that runs (the next one first), the report that is due, and likely duplicates (M1–M3, M7). */
export function getIncident(addresses: Addresses, { projection, histories, clock, aliases }: { projection: Projection; histories: Pick<Histories, 'left'>; aliases: Aliases; clock: Pick<Clock, 'now'> }): void {
  addresses.add('/api/v1/incidents/:id', { GET: async (request, response) => {
    const { state } = projection
    const known = aliases.incidentOf(state.incident.incidents, request.params.id)
    const incident = known ?? await histories.left(request.params.id)
    if (!incident)
      return problem(response, 404, 'No such matter is known.')
    const { grid, category, reportedAt, place, id } = incident
    const code = state.basis.grids[grid]!
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      at: clock.now(),
      incident: deskIncident({ ...incident, grid: code }),
      kept: known !== undefined,
      limit: known && explainLimit(state, incident),
      acknowledge: isEnded(incident.stage) ? undefined : explainLimit(state, incident, 'acknowledge'),
      clocks: clocksOf(incident, state.limits),
      report: reportDue(incident, state.basis.rules),
      duplicates: !known ? [] : likelyDuplicates(state, { category, at: reportedAt, grid: code, id, ...(place && { place }) })
        .map(({ incident: other, metres, ms }) => ({ id: other.id, stage: other.stage, metres, ms })),
    })
  } })
}
