import type { Request, Response } from 'express'
import { problem } from './problem.ts'

/** Whether a request says that it comes from the desk (`audience=desk`); otherwise it is answered 403. Until sign-in exists its word is taken. */
export function deskOnly({ query }: Request, response: Response): boolean {
  if (query.audience === 'desk')
    return true
  problem(response, 403, 'This is for the desk alone: ask with audience=desk.', { reason: 'not-allowed' })
  return false
}
