import type { Express, Router } from 'express'
import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import { pinoHttp } from 'pino-http'
import { toLoggedError } from '../toLoggedError.ts'
import { LoggedPaths } from './LoggedPaths.ts'
import { onError } from './onError.ts'
import { problem } from './problem.ts'
import { securityHeaders } from './security.ts'
import { parseQuery, utf8Queries } from './utf8Queries.ts'

/** Reads a minute of one client; many screens behind one address are one client. */
const READS_A_MINUTE = 12_000
const MOST_BYTES = 1024 * 1024

interface Parts {
  config: Config
  logger: Logger
  /** Stand-in for an id in the server's own log. */
  aliasOf: (id: string) => string
  addRoutes: (router: Router) => void
}

/** The HTTP side: guards first, then the routes that `addRoutes` brings, last what is left. It translates and decides nothing. */
export function createApp({ config, logger, aliasOf, addRoutes }: Parts): { app: Express; finish: () => void } {
  const app = express()
  const router = express.Router({ caseSensitive: true })
  addRoutes(router)
  const paths = new LoggedPaths(router, aliasOf)
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', parseQuery)
  app.use(securityHeaders({ mapbox: config.mapboxToken !== undefined, https: config.publicUrl?.startsWith('https:') === true, development: config.development }))
  app.use(requestLog(logger, paths))
  app.use(utf8Queries)
  app.use('/api/v1', rateLimit({
    limit: READS_A_MINUTE,
    windowMs: 60_000,
    standardHeaders: false,
    legacyHeaders: false,
    skip: ({ method }) => method !== 'GET' && method !== 'HEAD',
    handler: (_request, response) => {
      response.setHeader('Retry-After', '10')
      problem(response, 429, 'Too many requests from this address.', { reason: 'too-many' })
    },
  }))
  app.use(express.raw({ type: request => !readsItself(request), limit: MOST_BYTES, inflate: false }))
  app.use(router)
  return {
    app,
    finish() {
      app.use((_request, response) => problem(response, 404, 'There is nothing at this address.'))
      app.use(onError(logger, paths))
    },
  }
}

/** Routes that read their bodies themselves: with other bounds, or to answer one that is too large in a form of their own. */
function readsItself({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/open311/') || /^\/api\/v1\/incidents\/[^/?]+\/attachments(?:\?|$)/.test(url)
}

/** One line a request without its query, headers or body: those may hold people and places; ids in its path stand as aliases (S9). */
function requestLog(logger: Logger, paths: LoggedPaths) {
  return pinoHttp({
    logger,
    autoLogging: { ignore: request => request.url === '/healthz' || request.url === '/readyz' || request.url === '/metrics' },
    customLogLevel: (_request, response) => response.statusCode >= 500 ? 'warn' : 'debug',
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: paths.of(url) }),
      err: (error: unknown) => toLoggedError(error),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
}
