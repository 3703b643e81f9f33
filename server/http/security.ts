import type { RequestHandler } from 'express'
import helmet from 'helmet'

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
