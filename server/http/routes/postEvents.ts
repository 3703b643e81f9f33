import type { Request, Response } from 'express'
import type { Addresses } from '../Addresses.ts'
import type { Refusal } from '../../../shared/events/refusal.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { WayIn } from '../../ingest/acceptEvents.ts'
import type { Metrics } from '../Metrics.ts'
import { acceptEvents } from '../../ingest/acceptEvents.ts'
import { fromBinary, fromStructured, isBinary } from '../../ingest/fromCloudEvents.ts'
import { isUtf8Type } from '../../ingest/isUtf8Type.ts'
import { problem } from '../problem.ts'
import { readJson } from '../readJson.ts'

const MOST_EVENTS = 1000

type Mode = 'plain' | 'structured' | 'batch' | 'binary'

interface Parts {
  way: WayIn
  rate: EventRate
  metrics: Metrics
}

/** `POST /api/v1/events`: plain JSON, or CloudEvents in structured, batch and binary mode (W3, W4). */
export function postEvents(addresses: Addresses, parts: Parts): void {
  addresses.add('/api/v1/events', { POST: async (request, response) => {
    const mode = modeOf(request)
    if (!mode)
      return problem(response, 415, 'Send application/json, application/cloudevents+json, application/cloudevents-batch+json, or ce- headers with application/json; in UTF-8.')
    const json = readJson(request, response)
    if (json)
      await answer(parts, request, response, mode, json.value)
  } })
}

async function answer({ way, rate, metrics }: Parts, request: Request, response: Response, mode: Mode, json: unknown): Promise<void> {
  const events = eventsOf(mode, request, json)
  if (!Array.isArray(events))
    return problem(response, 400, events.message)
  if (events.length > MOST_EVENTS)
    return problem(response, 413, `A batch holds at most ${MOST_EVENTS} events.`)
  rate.spend(request.ip ?? '', events.length)
  const results = await acceptEvents(events, way)
  for (const result of results)
    metrics.ingested('http', result.accepted ? 'accepted' : result.reason)
  response.status(results.length > 0 && results.every(result => !result.accepted) ? 422 : 200).json({ results })
}

function eventsOf(mode: Mode, request: Request, json: unknown): unknown[] | Refusal {
  switch (mode) {
    case 'plain': return Array.isArray(json) ? json : [json]
    case 'structured': return [fromStructured(json)]
    case 'binary': return [fromBinary(request.headers, json)]
    case 'batch': return Array.isArray(json) ? json.map(fromStructured) : { reason: 'bad-envelope', path: '', message: 'A batch is a JSON array of events.' }
  }
}

function modeOf(request: Request): Mode | undefined {
  const contentType = request.headers['content-type'] ?? ''
  if (!isUtf8Type(contentType))
    return undefined
  switch (contentType.split(';')[0]!.trim().toLowerCase()) {
    case 'application/cloudevents+json': return 'structured'
    case 'application/cloudevents-batch+json': return 'batch'
    case 'application/json': return isBinary(request.headers) ? 'binary' : 'plain'
    default: return undefined
  }
}
