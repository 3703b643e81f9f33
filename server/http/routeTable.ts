/** Whom an address answers. `scope` is the audience that the query names; `actor` is whoever acts, named in the body; `machine` is a program or a phone. */
type Caller = 'anybody' | 'scope' | 'desk' | 'actor' | 'machine'

/**
 * What stands before it, beside the door (S1 to S5): `says-desk`, the query says `audience=desk` (until sign-in exists its word is taken);
 * `own-pages`, no page of another origin, for what writes by GET (S4); `rate`, events a second of each address (W6);
 * `api-key`, a key of this site in the form (O1).
 */
export type Protection = 'says-desk' | 'own-pages' | 'rate' | 'api-key'

export interface Access {
  caller: Caller
  protection: readonly Protection[]
}

const ANYBODY: Access = { caller: 'anybody', protection: [] }
const SCOPE: Access = { caller: 'scope', protection: [] }
const DESK: Access = { caller: 'desk', protection: ['says-desk'] }
const ACTOR: Access = { caller: 'actor', protection: ['rate'] }
const PHONE: Access = { caller: 'machine', protection: ['own-pages', 'rate'] }

/** Every address of the HTTP side: a route that is not named here cannot be mounted ({@link Addresses}). GET answers HEAD too. */
export const ROUTES = {
  '/api/v1/events': { POST: { caller: 'machine', protection: ['rate'] } },
  '/osmand': { GET: PHONE, POST: PHONE },
  '/open311/discovery': { GET: ANYBODY },
  '/open311/v2/services': { GET: ANYBODY },
  '/open311/v2/services/:name': { GET: ANYBODY },
  '/open311/v2/requests': { GET: ANYBODY, POST: { caller: 'machine', protection: ['rate', 'api-key'] } },
  '/open311/v2/requests/:name': { GET: ANYBODY },

  '/api/v1/state': { GET: SCOPE },
  '/api/v1/district': { GET: SCOPE },
  '/api/v1/settings': { GET: ANYBODY },
  '/api/v1/map-style': { GET: ANYBODY },
  '/api/v1/rejected': { GET: ANYBODY },
  '/api/v1/origin-check': { POST: ANYBODY },

  '/api/v1/desk': { GET: DESK },
  '/api/v1/incidents': { GET: DESK },
  '/api/v1/incidents/:id': { GET: DESK },
  '/api/v1/incidents/:id/timeline': { GET: DESK },
  '/api/v1/incidents/:id/attachments': { POST: { caller: 'desk', protection: ['says-desk', 'rate'] } },
  '/api/v1/incidents/:id/attachments/:hash': { GET: DESK },
  '/api/v1/indicators': { GET: DESK },
  '/api/v1/webhooks': { GET: DESK },
  '/api/v1/handover': { GET: DESK },
  '/api/v1/handovers': { GET: DESK, POST: ACTOR },
  '/api/v1/losses': { GET: DESK, POST: ACTOR },
  '/api/v1/commands': { POST: ACTOR },
  '/api/v1/reveal': { POST: ACTOR },
  '/api/v1/sos': { POST: ACTOR },

  '/openapi.json': { GET: ANYBODY },
  '/asyncapi.json': { GET: ANYBODY },
  '/healthz': { GET: ANYBODY },
  '/readyz': { GET: ANYBODY },
  '/metrics': { GET: ANYBODY },
} as const satisfies Record<string, Partial<Record<'GET' | 'POST', Access>>>

export type Path = keyof typeof ROUTES

/** What a route answers, for `Allow`. */
export function methodsOf(path: Path): string[] {
  return Object.keys(ROUTES[path]).flatMap(method => method === 'GET' ? ['GET', 'HEAD'] : method)
}
