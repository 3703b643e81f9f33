import type { RequestHandler } from 'express'
import type { Door } from './door/Door.ts'
import { problem } from './problem.ts'

/** Before what writes by GET: what asks for it from a page of another origin is answered 403 (S4). */
export function noForeignPage(door: Door): RequestHandler {
  return (request, response, next) => {
    const turned = door.fromForeignPage(request)
    if (!turned)
      return next()
    problem(response, turned.status, turned.detail, { reason: turned.reason })
  }
}
