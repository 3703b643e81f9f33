import type { Router } from 'express'
import type { Histories } from '../../commands/Histories.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Projection } from '../../projection/Projection.ts'
import { redactEvent } from '../../../shared/audience/redactEvent.ts'
import { deskOnly } from '../deskOnly.ts'
import { only } from '../only.ts'
import { problem } from '../problem.ts'

/** `GET /api/v1/incidents/ID/timeline?audience=desk`: what happened to one matter, oldest first; where `whole` is false older moves behind the report, or older comments, are left out. */
export function getTimeline(router: Router, { histories, projection, aliases }: { histories: Histories; projection: Projection; aliases: Aliases }): void {
  const route = router.route('/api/v1/incidents/:id/timeline')
  route.get(async (request, response) => {
    if (!deskOnly(request, response))
      return
    const incident = aliases.incidentOf(projection.state.incident.incidents, request.params.id)
    if (!incident)
      return problem(response, 404, 'No such matter is known; one that ended long ago has left.')
    const { events, whole } = await histories.of(incident)
    response.setHeader('Cache-Control', 'no-store')
    response.json({ incident: incident.id, version: incident.version, whole, events: events.map(event => redactEvent(event, 'desk')) })
  })
  only(route, 'GET', 'HEAD')
}
