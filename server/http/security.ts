import type { Request, RequestHandler } from 'express'
import type { IncomingMessage } from 'node:http'
import helmet from 'helmet'
import { problem } from './problem.ts'

const MAPBOX = ['https://api.mapbox.com', 'https://events.mapbox.com', 'https://*.tiles.mapbox.com']

/** Security headers: nothing from outside but Mapbox, and that only where the site has a token of its own. */
export function securityHeaders({ mapbox, https, development }: { mapbox: boolean; https: boolean; development: boolean }): RequestHandler {
  const outside = mapbox ? MAPBOX : []
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ['\'self\''],
        'script-src': development ? ['\'self\'', '\'unsafe-inline\''] : ['\'self\''],
        'style-src': ['\'self\'', '\'unsafe-inline\''],
        'img-src': ['\'self\'', 'data:', 'blob:', ...outside],
        'font-src': ['\'self\'', 'data:'],
        'connect-src': ['\'self\'', ...outside],
        'worker-src': ['\'self\'', 'blob:'],
        'object-src': ['\'none\''],
        'base-uri': ['\'self\''],
        'form-action': ['\'self\''],
        'frame-ancestors': ['\'self\''],
      },
    },
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: false,
  })
}

/** Whether a request comes from a page of this server, or from no page at all. */
export function isSameOrigin({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string | undefined): boolean {
  const { origin, host } = headers
  if (origin === undefined)
    return true
  try {
    return new URL(origin).host === host || (publicUrl !== undefined && origin === new URL(publicUrl).origin)
  }
  catch {
    return false
  }
}

/** Pages of other sites may not write here, whatever their visitor may. */
export function sameOriginWrites(publicUrl: string | undefined): RequestHandler {
  return (request: Request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isSameOrigin(request, publicUrl))
      return next()
    problem(response, 403, 'Pages of other sites may not write here.')
  }
}
