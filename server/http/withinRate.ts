import type { RequestHandler } from 'express'
import type { EventRate } from '../ingest/EventRate.ts'
import { problem } from './problem.ts'

/** Lets by a client that may send events now; otherwise the request is answered 429 with `Retry-After` (W6). What was sent is paid for by who reads it. */
export function withinRate(rate: EventRate): RequestHandler {
  return (request, response, next) => {
    const seconds = rate.secondsToWait(request.ip ?? '')
    if (seconds === 0)
      return next()
    response.setHeader('Retry-After', String(seconds))
    problem(response, 429, `Too many events from this address; go on in ${seconds} s.`, { reason: 'too-many' })
  }
}
