import type { Request, Response } from 'express'
import type { EventRate } from '../ingest/EventRate.ts'
import { isUtf8Type } from '../ingest/isUtf8Type.ts'
import { problem } from './problem.ts'
import { readJson } from './readJson.ts'

/** The JSON of a body, which is paid for by the rate of its address; if it is none, the request is answered and this is undefined. */
export function jsonBody(request: Request, response: Response, rate: EventRate): { value: unknown } | undefined {
  if (!request.is('application/json') || !isUtf8Type(request.headers['content-type'])) {
    problem(response, 415, 'Send application/json in UTF-8.')
    return undefined
  }
  const json = readJson(request, response)
  if (json)
    rate.spend(request.ip ?? '', 1)
  return json
}
