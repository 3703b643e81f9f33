import type { Addresses } from '../Addresses.ts'
import type { Histories } from '../../commands/Histories.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Projection } from '../../projection/Projection.ts'
import { redactEvent } from '../../../shared/audience/redactEvent.ts'
import { problem } from '../problem.ts'
import { stretchOf } from '../stretchOf.ts'

/** `GET /api/v1/incidents/ID/timeline?audience=desk[&before=|&after=][&limit=]`: what happened to one matter, oldest first; `earlier` and `later` say how many are left out on either side and how to ask for them (C17). */
export function getTimeline(addresses: Addresses, { histories, projection, aliases }: { histories: Histories; projection: Projection; aliases: Aliases }): void {
  addresses.add('/api/v1/incidents/:id/timeline', { GET: async (request, response) => {
    const incident = aliases.incidentOf(projection.state.incident.incidents, request.params.id) ?? await histories.left(request.params.id)
    if (!incident)
      return problem(response, 404, 'No such matter is known.')
    const stretch = stretchOf(request)
    if (stretch && 'wrong' in stretch)
      return problem(response, 400, stretch.wrong, { path: stretch.path })
    const { events, ...sides } = await (stretch ? histories.stretch(incident, stretch) : histories.newest(incident))
    response.setHeader('Cache-Control', 'no-store')
    response.json({ incident: incident.id, version: incident.version, ...sides, events: events.map(event => redactEvent(event, 'desk')) })
  } })
}
