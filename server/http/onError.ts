import type { ErrorRequestHandler } from 'express'
import type { Logger } from '../Logger.ts'
import { LogFullError } from '../log/LogFullError.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import type { LoggedPaths } from './LoggedPaths.ts'
import { problem } from './problem.ts'

const DETAILS: Record<number, string> = {
  400: 'The request is not well formed.',
  413: 'The body is at most 1 MiB; send fewer events at once.',
  415: 'The body is JSON in UTF-8 without content encoding.',
}

/** The last word on every request: what a client did wrong is its 4xx, all else is withheld and logged. */
export function onError(logger: Logger, paths: LoggedPaths): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent)
      return next(error)
    if (error instanceof LogFullError)
      return problem(response, 507, 'The disk of the log is full; nothing was kept. Whoever runs the server must make room, then send it again.')
    if (error instanceof LogUnavailableError) {
      response.setHeader('Retry-After', '2')
      return problem(response, 503, 'The log cannot be reached; send it again in a moment. What names its source and id is kept once.')
    }
    const status = (error as { status?: unknown }).status
    if (typeof status === 'number' && status >= 400 && status < 500)
      return problem(response, status, DETAILS[status] ?? 'The request cannot be answered.')
    logger.error({ err: error, path: paths.of(request.path) }, 'a request failed')
    problem(response, 500, 'Something went wrong here, not with the request.')
  }
}
