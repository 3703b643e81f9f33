import type { Request, Response } from 'express'
import type { EventRate } from '../ingest/EventRate.ts'
import { problem } from './problem.ts'

/** Whether a client may send events now; otherwise the request is answered 429 with `Retry-After` (W6). */
export function withinRate(rate: EventRate, request: Request, response: Response): boolean {
  const seconds = rate.secondsToWait(request.ip ?? '')
  if (seconds === 0)
    return true
  response.setHeader('Retry-After', String(seconds))
  problem(response, 429, `Too many events from this address; go on in ${seconds} s.`, { reason: 'too-many' })
  return false
}
