import type { RequestHandler } from 'express'
import type { EventRate } from '../ingest/EventRate.ts'
import { jsonBody } from './jsonBody.ts'
import { problem } from './problem.ts'

type Refused<Reason extends string> = {
  accepted: false
  reason: Reason
  message: string
  /** After how many seconds it may be tried again. */
  seconds?: number | undefined
}

/** A POST that asks for something to be done: what `act` says of its body, or a problem with the reason where it was refused (C2). */
export function acted<Reason extends string>(rate: EventRate, act: (body: unknown) => Promise<{ accepted: true } | Refused<Reason>>, statusOf: (reason: Reason) => number): RequestHandler {
  return async (request, response) => {
    const json = jsonBody(request, response, rate)
    if (!json)
      return
    const answer = await act(json.value)
    response.setHeader('Cache-Control', 'no-store')
    if (answer.accepted)
      return void response.json(answer)
    if (answer.seconds !== undefined)
      response.setHeader('Retry-After', String(answer.seconds))
    problem(response, statusOf(answer.reason), answer.message, answer)
  }
}
