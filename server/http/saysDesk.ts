import type { NextFunction, Request, Response } from 'express'
import { problem } from './problem.ts'

/** Lets by who says that it comes from the desk (`audience=desk`); anybody else is answered 403. Until sign-in exists its word is taken. */
export function saysDesk({ query }: Request, response: Response, next: NextFunction): void {
  if (query.audience === 'desk')
    return next()
  problem(response, 403, 'This is for the desk alone: ask with audience=desk.', { reason: 'not-allowed' })
}
