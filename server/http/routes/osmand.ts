import type { Request, Response } from 'express'
import type { Addresses } from '../Addresses.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { WayIn } from '../../ingest/acceptEvents.ts'
import type { FromPhone, PhoneEvent } from '../../ingest/acceptOsmand.ts'
import type { Projection } from '../../projection/Projection.ts'
import type { Metrics } from '../Metrics.ts'
import { acceptEvents } from '../../ingest/acceptEvents.ts'
import { fromParameters, fromTraccar } from '../../ingest/acceptOsmand.ts'
import { isUtf8Type } from '../../ingest/isUtf8Type.ts'
import { readUrlEncoded } from '../../ingest/readUrlEncoded.ts'
import { lastGrid } from '../../projection/lastGrid.ts'
import { problem } from '../problem.ts'
import { readJson } from '../readJson.ts'

interface Parts {
  way: WayIn
  rate: EventRate
  metrics: Metrics
  projection: Projection
}

/** `/osmand`: GET query, POST query, POST form and Traccar's JSON (W5). What is read later, such as where it lies, is no reason to refuse. */
export function osmand(addresses: Addresses, parts: Parts): void {
  addresses.add('/osmand', { GET: (request, response) => answer(parts, request, response, fromParameters(request.query)), POST: async (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const isJson = request.is('json')
    if ((body.length > 0 && !isJson && !request.is('urlencoded')) || !isUtf8Type(request.headers['content-type']))
      return problem(response, 415, 'Send a query, a form or JSON, in UTF-8.')
    if (isJson) {
      const json = readJson(request, response)
      return json && answer(parts, request, response, fromTraccar(json.value))
    }
    const form = readUrlEncoded(body.toString('latin1'))
    if (!form)
      return problem(response, 400, 'Send the form in UTF-8.')
    await answer(parts, request, response, fromParameters({ ...request.query, ...Object.fromEntries(form) }))
  } })
}

async function answer({ way, rate, metrics, projection }: Parts, request: Request, response: Response, from: FromPhone): Promise<void> {
  if ('wrong' in from)
    return problem(response, 400, from.wrong)
  rate.spend(request.ip ?? '', 1)
  const event = from.event.type === 'patrol.sos' ? placed(from.event, way, projection) : from.event
  const [result] = await acceptEvents([event], { ...way, name: 'osmand', judgedLater: true })
  metrics.ingested('osmand', result!.accepted ? 'accepted' : result!.reason)
  if (!result!.accepted)
    return problem(response, 400, `${result!.path}: ${result!.message}`)
  response.status(200).json({ entry: result!.entry })
}

/** A call for help without a place in the district stands where its worker was last heard, and says so (W21). */
function placed(event: PhoneEvent, { places }: WayIn, projection: Projection): PhoneEvent {
  const { lng, lat } = event.data
  if (typeof lng === 'number' && typeof lat === 'number' && places.locate(lng, lat) !== undefined)
    return event
  const grid = lastGrid(projection.state, places.workerOf(event.subject))
  return grid === undefined ? event : { ...event, data: { ...event.data, grid, placed: 'last-heard' } }
}
