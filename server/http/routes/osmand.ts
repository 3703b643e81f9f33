import type { Request, Response, Router } from 'express'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { WayIn } from '../../ingest/acceptEvents.ts'
import type { FromPhone } from '../../ingest/acceptOsmand.ts'
import type { Door } from '../door/Door.ts'
import type { Metrics } from '../Metrics.ts'
import { acceptEvents } from '../../ingest/acceptEvents.ts'
import { fromParameters, fromTraccar } from '../../ingest/acceptOsmand.ts'
import { noForeignPage } from '../noForeignPage.ts'
import { only } from '../only.ts'
import { problem } from '../problem.ts'
import { readJson } from '../readJson.ts'
import { withinRate } from '../withinRate.ts'

interface Parts {
  way: WayIn
  rate: EventRate
  metrics: Metrics
  door: Door
}

/** `/osmand`: GET query, POST query, POST form and Traccar's JSON (W5). What is read later, such as where it lies, is no reason to refuse. */
export function osmand(router: Router, parts: Parts): void {
  const route = router.route('/osmand')
  // It writes by GET as well, which an image of any page can ask for.
  route.all(noForeignPage(parts.door))
  route.get((request, response) => answer(parts, request, response, fromParameters(request.query)))
  route.post(async (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body.toString() : ''
    if (request.is('json')) {
      const json = readJson(request, response)
      return json && answer(parts, request, response, fromTraccar(json.value))
    }
    if (body !== '' && !request.is('urlencoded'))
      return problem(response, 415, 'Send a query, a form or JSON.')
    await answer(parts, request, response, fromParameters({ ...request.query, ...Object.fromEntries(new URLSearchParams(body)) }))
  })
  only(route, 'GET', 'HEAD', 'POST')
}

async function answer({ way, rate, metrics }: Parts, request: Request, response: Response, from: FromPhone): Promise<void> {
  if ('wrong' in from)
    return problem(response, 400, from.wrong)
  if (!withinRate(rate, request, response))
    return
  rate.spend(request.ip ?? '', 1)
  const [result] = await acceptEvents([from.event], { ...way, name: 'osmand', judgedLater: true })
  metrics.ingested('osmand', result!.accepted ? 'accepted' : result!.reason)
  if (!result!.accepted)
    return problem(response, 400, `${result!.path}: ${result!.message}`)
  response.status(200).json({ entry: result!.entry })
}
