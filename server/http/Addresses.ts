import type { NextFunction, Request, RequestHandler, Response, Router } from 'express'
import type { EventRate } from '../ingest/EventRate.ts'
import type { Door } from './door/Door.ts'
import type { Access, Path, Protection } from './routeTable.ts'
import { problem } from './problem.ts'
import { methodsOf, ROUTES } from './routeTable.ts'
import { withinRate } from './withinRate.ts'

/** What stands in an address for its `:names`. */
type Named<P extends string> = P extends `${string}/:${infer Name}/${infer Rest}` ? Record<Name, string> & Named<`/${Rest}`> : P extends `${string}/:${infer Name}` ? Record<Name, string> : Record<never, string>

type Handlers<P extends Path> = { [Method in keyof typeof ROUTES[P]]: RequestHandler<Named<P>> | readonly RequestHandler<Named<P>>[] }

/** Mounts routes as the table has them: their protection first, and 405 for every other method. */
export class Addresses {
  private readonly guards: Record<Exclude<Protection, 'api-key'>, RequestHandler>

  constructor(private readonly router: Router, { rate, door }: { rate: EventRate; door: Door }) {
    this.guards = { 'says-desk': saysDesk, 'own-pages': ownPages(door), 'rate': withinRate(rate) }
  }

  add<P extends Path>(path: P, handlers: Handlers<P>): void {
    const route = this.router.route(path as string)
    for (const [method, { protection }] of Object.entries(ROUTES[path] as Partial<Record<'GET' | 'POST', Access>>)) {
      const guards = protection.flatMap(name => name === 'api-key' ? [] : this.guards[name])
      route[method === 'GET' ? 'get' : 'post'](...guards, ...[handlers[method as keyof Handlers<P>]].flat() as RequestHandler[])
    }
    const allowed = methodsOf(path)
    route.all((_request, response) => {
      response.setHeader('Allow', allowed.join(', '))
      problem(response, 405, `Use ${allowed.join(' or ')} here.`)
    })
  }
}

/** What asks from a page of another origin is answered 403 (S4). */
function ownPages(door: Door): RequestHandler {
  return (request, response, next) => {
    const turned = door.fromForeignPage(request)
    if (!turned)
      return next()
    problem(response, turned.status, turned.detail, { reason: turned.reason })
  }
}

/** Lets by who says that it comes from the desk (`audience=desk`); anybody else is answered 403. Until sign-in exists its word is taken. */
function saysDesk({ query }: Request, response: Response, next: NextFunction): void {
  if (query.audience === 'desk')
    return next()
  problem(response, 403, 'This is for the desk alone: ask with audience=desk.', { reason: 'not-allowed' })
}
