import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Json } from '../ingest/open311/toXml.ts'
import { toXml } from '../ingest/open311/toXml.ts'
import { LogFullError } from '../log/LogFullError.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'

/** Answers over Open311 in the format that the address ends in, JSON if in none. */
export function answer(request: Request, response: Response, root: string, value: Json, status = 200): void {
  response.status(status)
  response.setHeader('Cache-Control', 'no-store')
  response.vary('Accept-Language')
  if (request.path.endsWith('.xml'))
    response.type('text/xml; charset=utf-8').send(toXml(root, value))
  else
    response.json(value)
}

/** An error as GeoReport v2 has it; `description` says the fix and repeats nothing of what was sent. */
export function refuse(request: Request, response: Response, code: number, description: string): void {
  answer(request, response, 'errors', [{ code, description }], code)
}

const WORDS: Readonly<Record<number, string>> = { 413: 'A request is at most 1 MiB, with photos 12 MiB.', 415: 'Send the form without content encoding.' }

/** What a client did wrong, and a log that is away, in the form of Open311; all else is the server's to report. */
export const onOpen311Error: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent)
    return next(error)
  if (error instanceof LogFullError)
    return refuse(request, response, 507, 'The disk of the log is full; the report was not kept. Whoever runs the server must make room.')
  if (error instanceof LogUnavailableError) {
    response.setHeader('Retry-After', '2')
    return refuse(request, response, 503, 'The log cannot be reached; send it again in a moment.')
  }
  const { status } = error as { status?: unknown }
  if (typeof status !== 'number' || status < 400 || status > 499)
    return next(error)
  refuse(request, response, status, WORDS[status] ?? 'The request is not well formed.')
}
