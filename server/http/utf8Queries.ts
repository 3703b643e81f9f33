import type { RequestHandler } from 'express'
import { readUrlEncoded } from '../ingest/readUrlEncoded.ts'
import { refuse } from './open311Answer.ts'
import { problem } from './problem.ts'

const WORDS = 'Send UTF-8: the query holds bytes of another encoding, such as GBK. Nothing was kept.'

/** Refuses a query that is not UTF-8, before any route reads it (W24). */
export const utf8Queries: RequestHandler = (request, response, next) => {
  const at = request.url.indexOf('?')
  if (at < 0 || readUrlEncoded(request.url.slice(at + 1)))
    return next()
  if (request.url.startsWith('/open311/'))
    refuse(request, response, 400, WORDS)
  else
    problem(response, 400, WORDS)
}

/** Express’ query parser: a name that stands twice is a list. What is not UTF-8 was refused before and reads as empty. */
export function parseQuery(text: string | null | undefined): Record<string, string | string[]> {
  const query = Object.create(null) as Record<string, string | string[]>
  for (const [name, value] of readUrlEncoded(text ?? '') ?? []) {
    const known = query[name]
    query[name] = known === undefined ? value : [...Array.isArray(known) ? known : [known], value]
  }
  return query
}
