import type { Request, Response } from 'express'
import { problem } from './problem.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The parsed JSON of a raw body; if it is none, the request is answered 400 and this is undefined. */
export function readJson({ body }: Request, response: Response): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(utf8.decode(Buffer.isBuffer(body) ? body : Buffer.alloc(0))) }
  }
  catch {
    problem(response, 400, 'The body is not JSON in UTF-8.', { reason: 'not-json' })
    return undefined
  }
}
